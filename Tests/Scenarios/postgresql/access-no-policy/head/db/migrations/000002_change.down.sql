REVOKE SELECT ON invoices FROM anon;
