-- +goose Up
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);

-- +goose Down
DROP TABLE customers;
