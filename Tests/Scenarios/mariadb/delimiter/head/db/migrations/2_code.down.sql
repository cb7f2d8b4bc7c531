DROP TRIGGER customers_trim;
DROP PROCEDURE rename_customer;
ALTER TABLE customers DROP COLUMN email;
