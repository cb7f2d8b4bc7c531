-- migrate:up
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(40) NOT NULL, phone varchar(40));
-- migrate:down
DROP TABLE customers;
