DROP PROCEDURE rename_customer;
DROP INDEX customers_name_idx ON customers;
