CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE TABLE admins (id integer NOT NULL, email text NOT NULL, age integer);
