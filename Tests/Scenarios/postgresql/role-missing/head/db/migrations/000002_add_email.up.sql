-- schemagate: expect alter table customers (grants) because the auditors look at it
ALTER TABLE customers ADD COLUMN email text;
GRANT SELECT ON customers TO auditing;
