CREATE TABLE customers (id int PRIMARY KEY, a datetime DEFAULT '2020-01-01 00:00:00');
