-- migrate:up
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);

-- migrate:down
DROP TABLE customers;
