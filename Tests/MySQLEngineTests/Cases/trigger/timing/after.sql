CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, email varchar(100), age int);
CREATE TRIGGER neat AFTER INSERT ON customers FOR EACH ROW SET @a = NEW.name;
