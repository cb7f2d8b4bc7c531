DROP TABLE customers;
DROP EXTENSION pg_trgm;
