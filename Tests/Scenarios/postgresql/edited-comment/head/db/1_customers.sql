-- migrate:up
-- who buys
CREATE TABLE customers (id bigint PRIMARY KEY);
-- migrate:down
DROP TABLE customers;
