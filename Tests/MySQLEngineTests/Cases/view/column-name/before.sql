CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, email varchar(100), age int);
CREATE VIEW adults AS SELECT id, name FROM customers WHERE age >= 18;
