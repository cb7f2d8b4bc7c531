CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, active INTEGER, made TEXT);
CREATE TABLE orders (id TEXT PRIMARY KEY, buyer INTEGER REFERENCES users (id));
CREATE INDEX orders_buyer ON orders (buyer DESC);
