CREATE ROLE app_reader LOGIN;
GRANT SELECT ON customers TO app_reader;
