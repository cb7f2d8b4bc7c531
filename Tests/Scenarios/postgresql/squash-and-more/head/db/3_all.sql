-- migrate:up
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
-- migrate:down
DROP TABLE customers;
