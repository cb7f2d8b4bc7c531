-- +goose Up
-- +goose StatementBegin
ALTER TABLE customers ADD COLUMN email varchar(255);
ALTER TABLE customers ADD COLUMN city varchar(255);
-- +goose StatementEnd

-- +goose Down
ALTER TABLE customers DROP COLUMN city;
ALTER TABLE customers DROP COLUMN email;
