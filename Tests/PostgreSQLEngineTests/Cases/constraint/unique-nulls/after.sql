-- since 15
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
ALTER TABLE users ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (age);
