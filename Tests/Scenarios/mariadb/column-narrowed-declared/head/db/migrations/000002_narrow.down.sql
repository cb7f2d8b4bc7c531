ALTER TABLE customers MODIFY name varchar(100) NOT NULL;
