CREATE TABLE a (a int, b varchar(3));
