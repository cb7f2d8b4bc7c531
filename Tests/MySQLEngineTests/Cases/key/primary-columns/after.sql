CREATE TABLE orders (id int NOT NULL PRIMARY KEY, customer_id int NOT NULL, total decimal(10,2) NOT NULL, note text);
ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, customer_id);
