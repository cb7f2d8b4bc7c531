-- migrate:up
ALTER TABLE customers ADD COLUMN city text;

-- migrate:down
ALTER TABLE customers DROP COLUMN city;
