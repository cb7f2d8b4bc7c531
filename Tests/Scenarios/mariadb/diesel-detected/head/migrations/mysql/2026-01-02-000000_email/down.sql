DROP INDEX customers_email ON customers;
ALTER TABLE customers DROP COLUMN email;
