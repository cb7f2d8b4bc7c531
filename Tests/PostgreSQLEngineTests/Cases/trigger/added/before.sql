CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
