ALTER TABLE customers RENAME COLUMN mobile TO phone;
