-- who buys
CREATE TABLE customers (id integer PRIMARY KEY);
