CREATE TABLE customers (id int PRIMARY KEY, a timestamp NULL DEFAULT NULL);
