GRANT SELECT (total) ON invoices TO anon;
