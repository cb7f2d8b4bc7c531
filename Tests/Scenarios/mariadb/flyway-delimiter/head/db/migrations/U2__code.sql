ALTER TABLE customers DROP COLUMN email;
DROP PROCEDURE all_customers;
