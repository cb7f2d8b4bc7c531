ALTER TABLE customers DROP COLUMN town;
