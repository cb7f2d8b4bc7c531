CREATE TABLE invoices (id bigint PRIMARY KEY, customer text NOT NULL, total numeric);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
