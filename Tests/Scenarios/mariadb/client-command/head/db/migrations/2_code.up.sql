DELIMITER //
SELECT 1//
source other.sql
DELIMITER ;
