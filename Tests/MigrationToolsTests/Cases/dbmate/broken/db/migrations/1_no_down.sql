-- migrate:up
CREATE TABLE a (id integer PRIMARY KEY AUTOINCREMENT);
