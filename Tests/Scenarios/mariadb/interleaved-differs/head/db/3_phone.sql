-- migrate:up
-- schemagate: expect alter column customers.phone
ALTER TABLE customers MODIFY phone varchar(50);
-- migrate:down
ALTER TABLE customers MODIFY phone varchar(60);
