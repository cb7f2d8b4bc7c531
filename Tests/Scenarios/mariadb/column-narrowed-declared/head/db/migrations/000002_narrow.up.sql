# schemagate: expect alter column customers.name (type varchar(100) -> VARCHAR(50)) because names are short
ALTER TABLE customers MODIFY name varchar(50) NOT NULL;
