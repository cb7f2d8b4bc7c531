CREATE TABLE customers (id int PRIMARY KEY, a varchar(10) CHARACTER SET latin1 COLLATE latin1_bin);
