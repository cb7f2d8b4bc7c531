ALTER POLICY own ON invoices USING (true);
