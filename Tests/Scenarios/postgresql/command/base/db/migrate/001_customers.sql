CREATE TABLE customers (id integer PRIMARY KEY);
-- down
DROP TABLE customers;
