ALTER TABLE customers ADD COLUMN city text;
CREATE INDEX customers_name_idx ON customers (name);
