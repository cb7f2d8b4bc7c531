CREATE TABLE customers (a int, b varchar(3)); ALTER TABLE customers ALTER a DROP DEFAULT;
