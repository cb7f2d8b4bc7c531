CREATE TABLE orders (id int PRIMARY KEY, item int, FOREIGN KEY (item) REFERENCES items (id));
