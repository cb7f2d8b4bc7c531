CREATE INDEX customers_phone_idx ON customers (phone);
