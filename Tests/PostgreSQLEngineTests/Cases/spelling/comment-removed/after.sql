CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
COMMENT ON TABLE users IS 'x';
COMMENT ON TABLE users IS NULL;
