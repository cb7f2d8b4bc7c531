CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
GRANT SELECT (email) ON users TO reader;
