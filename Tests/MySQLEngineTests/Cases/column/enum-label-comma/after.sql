CREATE TABLE customers (id int PRIMARY KEY, a enum('x','y'));
