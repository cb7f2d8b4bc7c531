-- migrate:up
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE VIEW totals AS SELECT total FROM orders;
-- migrate:down
DROP VIEW totals;
DROP TABLE orders;
