/*!40101 SET NAMES utf8mb4 */;
DELIMITER $$
CREATE PROCEDURE all_customers()
BEGIN
  SELECT * FROM customers;
END$$
DELIMITER ;
ALTER TABLE customers ADD COLUMN email varchar(255);
