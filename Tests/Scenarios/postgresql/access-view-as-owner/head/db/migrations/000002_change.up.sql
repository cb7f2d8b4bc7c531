CREATE OR REPLACE VIEW totals AS SELECT id, total FROM invoices WHERE total > 0;
