ALTER TABLE customers ADD COLUMN folder varchar(50) DEFAULT 'C:\';
ALTER TABLE customers ADD COLUMN city varchar(50) DEFAULT 'x';
