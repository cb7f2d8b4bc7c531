-- schemagate: expect drop column customers.phone because SHOP-12: unused since March
ALTER TABLE customers DROP COLUMN phone;
