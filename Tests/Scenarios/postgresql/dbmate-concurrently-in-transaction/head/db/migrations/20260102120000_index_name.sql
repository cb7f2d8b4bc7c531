-- migrate:up
CREATE INDEX CONCURRENTLY customers_name_idx ON customers (name);

-- migrate:down
DROP INDEX customers_name_idx;
