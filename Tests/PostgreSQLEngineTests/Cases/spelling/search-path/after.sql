CREATE SCHEMA app;
SET search_path = app, public;
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood DEFAULT 'a');
RESET search_path;
