CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, email varchar(100), age int);
SET @sql = concat('CREATE VIEW adults AS SELECT id, name FROM ', database(), '.customers WHERE age >= 18'); PREPARE s FROM @sql; EXECUTE s; DEALLOCATE PREPARE s;
