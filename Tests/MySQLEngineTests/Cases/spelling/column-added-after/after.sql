CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, age int);
ALTER TABLE customers ADD email varchar(100) AFTER name;
