ALTER TABLE customers ADD COLUMN zip text;
