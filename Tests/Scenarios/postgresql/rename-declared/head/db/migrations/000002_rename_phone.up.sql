-- schemagate: expect rename column customers.phone to mobile
ALTER TABLE customers RENAME COLUMN phone TO mobile;
