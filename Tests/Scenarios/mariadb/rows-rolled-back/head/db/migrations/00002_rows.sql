-- +goose Up
INSERT INTO customers (id, name) VALUES (1, 'Ada');
INSERT INTO customers (id, name) VALUES (1, 'Bob');

-- +goose Down
DELETE FROM customers;
