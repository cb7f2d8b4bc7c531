CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
RESET SESSION AUTHORIZATION;
ALTER TABLE users OWNER TO writer;
