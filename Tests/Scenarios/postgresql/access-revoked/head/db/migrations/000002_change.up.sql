REVOKE SELECT ON invoices, prices FROM anon;
