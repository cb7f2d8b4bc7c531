-- migrate:up
CREATE INDEX orders_total_idx ON orders (total);
-- migrate:down
DROP INDEX orders_total_idx ON orders;
