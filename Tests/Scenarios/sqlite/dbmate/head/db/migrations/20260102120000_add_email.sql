-- migrate:up
ALTER TABLE customers ADD COLUMN email TEXT;

-- migrate:down

