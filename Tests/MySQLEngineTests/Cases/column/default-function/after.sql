CREATE TABLE customers (id int PRIMARY KEY, a varchar(40) DEFAULT (concat('x', uuid())));
