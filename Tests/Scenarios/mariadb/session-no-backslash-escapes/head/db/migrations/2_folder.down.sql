ALTER TABLE customers DROP COLUMN city;
ALTER TABLE customers DROP COLUMN folder;
