-- migrate:up
CREATE TABLE orders (id integer PRIMARY KEY);
-- migrate:down
DROP TABLE orders;
