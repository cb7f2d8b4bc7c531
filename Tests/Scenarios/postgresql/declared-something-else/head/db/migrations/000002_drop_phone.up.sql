-- schemagate: expect drop column customers.name because it is unused
ALTER TABLE customers DROP COLUMN phone;
