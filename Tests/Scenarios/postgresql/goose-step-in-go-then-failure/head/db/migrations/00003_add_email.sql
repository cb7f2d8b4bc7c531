-- +goose Up
ALTER TABLE made_in_go ADD COLUMN email text;

-- +goose Down
SELECT 1;
