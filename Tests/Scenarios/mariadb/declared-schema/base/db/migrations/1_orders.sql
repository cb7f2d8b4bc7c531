-- migrate:up
CREATE TABLE orders (id int PRIMARY KEY, total int);
-- migrate:down
DROP TABLE orders;
