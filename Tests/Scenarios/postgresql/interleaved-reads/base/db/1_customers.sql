-- migrate:up
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(40) NOT NULL);
-- migrate:down
DROP TABLE customers;
