-- migrate:up
CREATE TABLE customers (id integer PRIMARY KEY, name text);
-- migrate:down
DROP TABLE customers;
