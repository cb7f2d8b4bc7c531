CREATE TABLE customers (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, email varchar(100), age int);
CREATE TABLE p1 (a int) ENGINE=MyISAM; CREATE TABLE p2 (a int) ENGINE=MyISAM; CREATE TABLE ps (a int) ENGINE=MERGE UNION=(p1, p2);
