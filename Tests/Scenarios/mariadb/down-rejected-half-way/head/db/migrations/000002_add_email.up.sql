ALTER TABLE customers ADD COLUMN email varchar(255);
CREATE INDEX customers_email_idx ON customers (email);
