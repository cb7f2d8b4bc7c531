REVOKE SELECT ON customers FROM reporting;
ALTER TABLE customers DROP COLUMN email;
