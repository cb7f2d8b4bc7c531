-- migrate:up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT);

-- migrate:down
DROP TABLE customers;
