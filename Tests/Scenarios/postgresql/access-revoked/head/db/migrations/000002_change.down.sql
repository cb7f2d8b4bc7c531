GRANT SELECT ON invoices, prices TO anon;
