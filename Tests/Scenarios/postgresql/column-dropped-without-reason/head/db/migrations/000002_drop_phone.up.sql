-- schemagate: expect drop column customers.phone
ALTER TABLE customers DROP COLUMN phone;
