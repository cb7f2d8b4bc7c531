CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE SCHEMA app;
ALTER TABLE users SET SCHEMA app;
