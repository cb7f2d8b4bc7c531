CREATE TABLE orders (id int PRIMARY KEY);
ALTER TABLE customers ADD COLUMN email int;
