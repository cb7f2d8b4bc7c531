CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
ALTER TABLE users ADD CHECK (age > 0);
