CREATE TABLE orders (id int NOT NULL, customer_id int NOT NULL, total decimal(10,2) NOT NULL, note text);
ALTER TABLE orders ADD PRIMARY KEY (id);
