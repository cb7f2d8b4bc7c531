CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
GRANT INSERT ON users TO reader;
GRANT SELECT ON users TO reader;
