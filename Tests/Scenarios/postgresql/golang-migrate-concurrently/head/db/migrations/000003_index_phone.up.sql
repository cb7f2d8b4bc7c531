CREATE INDEX CONCURRENTLY customers_phone_idx ON customers (phone);
ANALYZE customers;
