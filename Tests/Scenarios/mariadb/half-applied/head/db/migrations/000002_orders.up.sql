CREATE TABLE orders (id int PRIMARY KEY);
ALTER TABLE orders ADD COLUMN total decimal(10,2);
ALTER TABLE no_such_table ADD COLUMN a int;
CREATE TABLE never (id int);
