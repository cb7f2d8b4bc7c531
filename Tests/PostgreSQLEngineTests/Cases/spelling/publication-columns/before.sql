-- since 15
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE items (id int PRIMARY KEY);
RESET SESSION AUTHORIZATION;
CREATE PUBLICATION feed FOR TABLE orders (id, total) WHERE (id > 10);
