ALTER TABLE customers ADD COLUMN email varchar(255), ADD KEY customers_email (email(20));
