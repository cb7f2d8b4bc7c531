GRANT SELECT, UPDATE ON invoices TO anon;
