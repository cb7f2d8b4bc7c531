CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
GRANT SELECT ON users TO PUBLIC;
