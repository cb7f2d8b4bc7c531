CREATE PROCEDURE rename_customer(IN which int, IN new_name varchar(100))
BEGIN
  IF new_name IS NOT NULL THEN
    UPDATE customers SET name = new_name WHERE id = which;
  END IF;
END;

CREATE INDEX customers_name_idx ON customers (name);
