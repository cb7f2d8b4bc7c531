-- schemagate: expect alter table public.customers (grants)
CREATE ROLE app_reader LOGIN;
GRANT SELECT ON customers TO app_reader;
