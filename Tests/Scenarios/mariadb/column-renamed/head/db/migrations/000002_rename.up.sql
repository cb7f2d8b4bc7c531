-- schemagate: expect drop column customers.phone because renamed to telephone
-- schemagate: expect add column customers.telephone
ALTER TABLE customers RENAME COLUMN phone TO telephone;
