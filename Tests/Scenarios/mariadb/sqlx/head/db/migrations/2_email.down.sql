ALTER TABLE customers DROP KEY customers_email, DROP COLUMN email;
