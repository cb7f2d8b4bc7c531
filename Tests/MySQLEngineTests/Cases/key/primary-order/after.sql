CREATE TABLE orders (id int NOT NULL, customer_id int NOT NULL, total decimal(10,2) NOT NULL, note text, PRIMARY KEY (id, customer_id));
ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (customer_id, id);
