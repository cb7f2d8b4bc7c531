CREATE TABLE customers (id int PRIMARY KEY, a char(36));
