GRANT SELECT ON invoices TO anon;
