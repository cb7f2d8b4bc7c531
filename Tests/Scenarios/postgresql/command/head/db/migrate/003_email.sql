ALTER TABLE customers ADD COLUMN email text;
GRANT SELECT ON customers TO reporting;
-- down
REVOKE SELECT ON customers FROM reporting;
ALTER TABLE customers DROP COLUMN email;
