ALTER TABLE customers ADD COLUMN email TEXT;
CREATE INDEX customers_name_idx ON customers (name);
