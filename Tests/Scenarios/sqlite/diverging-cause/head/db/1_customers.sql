-- migrate:up
CREATE TABLE IF NOT EXISTS customers (id integer PRIMARY KEY);
-- migrate:down
DROP TABLE customers;
