CREATE TABLE users (id bigint PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, active boolean, made timestamptz);
CREATE TABLE orders (id uuid PRIMARY KEY, buyer bigint REFERENCES users (id));
CREATE INDEX orders_buyer_idx ON orders (buyer DESC);
