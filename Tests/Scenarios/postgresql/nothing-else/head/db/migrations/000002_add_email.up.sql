-- schemagate: expect add column customers.email
-- schemagate: expect nothing else
ALTER TABLE customers ADD COLUMN email text;
CREATE INDEX customers_name_idx ON customers (name);
