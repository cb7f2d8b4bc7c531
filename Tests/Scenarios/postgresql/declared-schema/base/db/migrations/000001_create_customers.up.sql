CREATE EXTENSION pg_trgm;
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);
