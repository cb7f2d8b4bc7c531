-- migrate:up
ALTER TABLE customers ALTER COLUMN phone TYPE varchar(60);
-- migrate:down
ALTER TABLE customers ALTER COLUMN phone TYPE varchar(40);
