CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
COMMENT ON COLUMN users.email IS 'where we write to';
