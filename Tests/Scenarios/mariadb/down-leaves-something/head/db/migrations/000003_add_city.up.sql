ALTER TABLE customers ADD COLUMN city varchar(50);
CREATE INDEX customers_name_idx ON customers (name);
