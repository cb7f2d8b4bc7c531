-- since 14
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
ALTER TABLE users ALTER email SET COMPRESSION pglz;
