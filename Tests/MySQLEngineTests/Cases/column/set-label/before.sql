CREATE TABLE customers (id int PRIMARY KEY, a set('x','y'));
