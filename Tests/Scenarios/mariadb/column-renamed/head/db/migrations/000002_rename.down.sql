ALTER TABLE customers RENAME COLUMN telephone TO phone;
