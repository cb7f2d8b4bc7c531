CREATE TABLE customers (id int PRIMARY KEY, a int CHECK (a > 1));
