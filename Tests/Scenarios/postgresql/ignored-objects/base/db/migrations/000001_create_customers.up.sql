CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);
CREATE TABLE tmp_a (id bigint);
