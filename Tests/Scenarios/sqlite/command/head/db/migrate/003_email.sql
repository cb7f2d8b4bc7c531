ALTER TABLE customers ADD COLUMN email text;
-- down
ALTER TABLE customers DROP COLUMN email;
