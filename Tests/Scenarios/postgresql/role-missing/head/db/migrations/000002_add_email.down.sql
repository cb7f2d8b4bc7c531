REVOKE SELECT ON customers FROM auditing;
ALTER TABLE customers DROP COLUMN email;
