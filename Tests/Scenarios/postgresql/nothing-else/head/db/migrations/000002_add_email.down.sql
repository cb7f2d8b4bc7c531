DROP INDEX customers_name_idx;
ALTER TABLE customers DROP COLUMN email;
