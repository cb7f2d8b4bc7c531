CREATE INDEX customers_name_idx ON customers (name);
UPDATE customers SET name = normalize(name);
