CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE UNIQUE INDEX i ON users (age);
RESET SESSION AUTHORIZATION;
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass;
