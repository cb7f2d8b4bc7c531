ALTER TABLE customers DROP COLUMN phone, ADD COLUMN mobile text;
