ALTER TABLE customers DROP COLUMN mobile, ADD COLUMN phone text;
