CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS SELECT id FROM users;
