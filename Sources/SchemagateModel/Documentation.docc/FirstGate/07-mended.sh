cat > db/migrations/20260112090000_create_orders.sql <<'SQL'
-- migrate:up
-- schemagate: expect drop column customers.phone because SHOP-12: nobody reads it since March
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX customers_created_idx ON customers (created_at);
ALTER TABLE customers DROP COLUMN phone;

-- migrate:down
DROP TABLE orders;
DROP INDEX customers_created_idx;
ALTER TABLE customers ADD COLUMN phone text;
SQL
