CREATE ROLE app_reader;
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
GRANT SELECT ON customers TO app_reader;
