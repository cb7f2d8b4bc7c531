CREATE TABLE invoices (id bigint PRIMARY KEY, customer text NOT NULL, total numeric);
CREATE TABLE prices (id bigint);
GRANT SELECT ON invoices TO anon;
GRANT SELECT ON prices TO anon, PUBLIC;
