CREATE TABLE customers (id int PRIMARY KEY, a decimal(12,2));
