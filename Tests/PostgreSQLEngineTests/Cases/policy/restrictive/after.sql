CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE POLICY p ON users AS RESTRICTIVE USING (age > 18);
