DROP POLICY own ON invoices;
