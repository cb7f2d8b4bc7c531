ALTER POLICY own ON invoices USING (customer = CURRENT_USER);
