CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
ALTER TABLE users ADD d interval DEFAULT '2 days';
