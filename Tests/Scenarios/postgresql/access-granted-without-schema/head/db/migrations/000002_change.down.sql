REVOKE SELECT ON app.invoices FROM anon;
