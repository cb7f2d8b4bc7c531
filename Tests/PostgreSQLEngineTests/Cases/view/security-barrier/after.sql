CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE VIEW v WITH (security_barrier) AS SELECT id, email FROM users;
