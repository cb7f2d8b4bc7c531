GRANT SELECT ON app.invoices TO anon;
