DROP TABLE customers;
DROP ROLE app_reader;
