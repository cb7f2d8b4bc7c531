-- migrate:up
-- schemagate: expect rename column customers.phone to telephone because SHOP-3
ALTER TABLE customers RENAME COLUMN phone TO telephone;
-- migrate:down
ALTER TABLE customers RENAME COLUMN telephone TO phone;
