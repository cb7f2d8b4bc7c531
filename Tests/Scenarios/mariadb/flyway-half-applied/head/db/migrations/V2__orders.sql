CREATE TABLE orders (id int PRIMARY KEY);
ALTER TABLE orders ADD COLUMN id int;
