-- migrate:up
CREATE TABLE customers (id bigint PRIMARY KEY);
-- migrate:down
DROP TABLE customers;
