-- migrate:up
CREATE TABLE customers (id integer PRIMARY KEY);
-- migrate:down
DROP TABLE customers;
