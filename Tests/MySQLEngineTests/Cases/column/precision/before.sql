CREATE TABLE customers (id int PRIMARY KEY, a decimal(10,2));
