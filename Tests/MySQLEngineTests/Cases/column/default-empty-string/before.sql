CREATE TABLE customers (id int PRIMARY KEY, a varchar(5));
