CREATE POLICY own ON invoices TO anon USING (customer = CURRENT_USER);
