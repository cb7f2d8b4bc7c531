CREATE TABLE customers (id int PRIMARY KEY, `a``b,(` int COMMENT 'x');
