CREATE TABLE customers (a int, b varchar(3));
