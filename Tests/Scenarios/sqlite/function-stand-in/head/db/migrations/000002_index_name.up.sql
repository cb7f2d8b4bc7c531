UPDATE customers SET name = normalize(name);
CREATE INDEX customers_name_idx ON customers (name);
