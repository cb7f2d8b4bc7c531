ALTER TABLE customers DROP COLUMN city;
