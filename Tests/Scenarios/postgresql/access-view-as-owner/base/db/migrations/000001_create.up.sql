CREATE TABLE invoices (id bigint PRIMARY KEY, customer text NOT NULL, total numeric);
CREATE VIEW totals WITH (security_invoker = true) AS SELECT id, total FROM invoices;
