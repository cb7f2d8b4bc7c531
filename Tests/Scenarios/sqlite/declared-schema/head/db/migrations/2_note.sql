-- migrate:up
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX orders_total_idx ON orders (total);
-- migrate:down
DROP INDEX orders_total_idx;
ALTER TABLE orders DROP COLUMN note;
