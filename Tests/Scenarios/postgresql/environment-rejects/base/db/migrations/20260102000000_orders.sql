-- migrate:up
CREATE TABLE orders (id integer PRIMARY KEY, buyer integer REFERENCES users);
-- migrate:down
DROP TABLE orders;
