CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
ALTER TABLE users ADD CONSTRAINT e EXCLUDE USING gist (int4range(age, age + 1) WITH &&);
