CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customers DEFERRABLE INITIALLY DEFERRED);
