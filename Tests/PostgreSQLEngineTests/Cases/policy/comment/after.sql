CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE POLICY p ON users USING (age > 18);
COMMENT ON POLICY p ON users IS 'adults';
