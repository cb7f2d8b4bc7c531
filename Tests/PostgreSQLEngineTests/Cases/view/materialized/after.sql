CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE MATERIALIZED VIEW m AS SELECT id FROM users;
