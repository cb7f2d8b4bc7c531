-- migrate:up
CREATE INDEX customers_name ON customers (name);
-- migrate:down
DROP INDEX customers_name ON customers;
