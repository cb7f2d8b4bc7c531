CREATE TABLE orders (id integer PRIMARY KEY, note text);
CREATE INDEX orders_note ON orders (note);
-- down
DROP INDEX orders_note;
