-- +goose Up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT);

-- +goose Down
DROP TABLE customers;
