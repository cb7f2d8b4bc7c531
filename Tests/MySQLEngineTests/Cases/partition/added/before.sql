CREATE TABLE sales (id int NOT NULL, day date NOT NULL) ;
