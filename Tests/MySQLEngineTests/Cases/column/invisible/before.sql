CREATE TABLE customers (id int PRIMARY KEY, a int DEFAULT 1);
