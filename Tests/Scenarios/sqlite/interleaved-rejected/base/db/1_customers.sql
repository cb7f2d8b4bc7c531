-- migrate:up
CREATE TABLE customers (id integer PRIMARY KEY, phone text);
-- migrate:down
DROP TABLE customers;
