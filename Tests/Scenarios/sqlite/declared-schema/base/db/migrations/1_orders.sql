-- migrate:up
CREATE TABLE orders (id integer PRIMARY KEY, total real);
-- migrate:down
DROP TABLE orders;
