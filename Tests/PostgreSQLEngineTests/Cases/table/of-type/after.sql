CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
