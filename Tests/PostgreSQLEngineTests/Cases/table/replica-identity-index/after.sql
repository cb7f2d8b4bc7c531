CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE UNIQUE INDEX e ON users (email);
ALTER TABLE users REPLICA IDENTITY USING INDEX e;
