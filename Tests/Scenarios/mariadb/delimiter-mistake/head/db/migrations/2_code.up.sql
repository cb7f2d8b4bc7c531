DELIMITER //
CREATE PROCEDURE rename_customer(IN which int, IN new_name varchar(100))
BEGIN
  -- the row itself
  UPDATE customers SET name = new_name WHERE id = which;
  SELECT ROW_COUNT();
END//
CREATE TRIGGER customers_trim BEFORE INSERT ON customers FOR EACH ROW
BEGIN
  SET NEW.name = TRIM(NEW.name);
END//
DELIMITER ;
ALTER TABLE customers ADD COLUMN name int;
