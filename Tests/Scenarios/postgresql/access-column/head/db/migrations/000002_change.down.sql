REVOKE SELECT (total) ON invoices FROM anon;
