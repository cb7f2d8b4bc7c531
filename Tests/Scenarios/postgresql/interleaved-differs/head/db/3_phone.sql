-- migrate:up
-- schemagate: expect alter column customers.phone
ALTER TABLE customers ALTER COLUMN phone TYPE varchar(50);
-- migrate:down
ALTER TABLE customers ALTER COLUMN phone TYPE varchar(60);
