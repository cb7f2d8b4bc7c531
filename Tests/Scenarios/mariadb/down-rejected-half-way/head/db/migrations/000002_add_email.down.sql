DROP INDEX customers_email_idx ON customers;
ALTER TABLE customers DROP COLUMN mail;
