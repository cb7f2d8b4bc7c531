-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE VIEW v WITH (security_invoker = true) AS SELECT id, email FROM users;
