-- migrate:up
ALTER TABLE customers ALTER COLUMN name TYPE varchar(60);
-- migrate:down
ALTER TABLE customers ALTER COLUMN name TYPE varchar(40);
