CREATE OR REPLACE VIEW totals WITH (security_invoker = true) AS SELECT id, total FROM invoices;
