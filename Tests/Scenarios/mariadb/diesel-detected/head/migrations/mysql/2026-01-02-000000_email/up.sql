ALTER TABLE customers ADD COLUMN email VARCHAR(255);
CREATE INDEX customers_email ON customers (email);
