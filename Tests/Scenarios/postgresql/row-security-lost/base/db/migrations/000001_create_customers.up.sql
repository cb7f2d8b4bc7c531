CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
