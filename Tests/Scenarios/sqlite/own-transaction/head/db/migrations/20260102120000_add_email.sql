-- migrate:up
BEGIN;
ALTER TABLE customers ADD COLUMN email TEXT;
COMMIT;

-- migrate:down
ALTER TABLE customers DROP COLUMN email;
