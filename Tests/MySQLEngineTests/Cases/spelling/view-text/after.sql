CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, email varchar(100), age int);
create or replace view adults as select customers.id AS id, `customers`.`name` from customers where (customers.age) >= 18;
