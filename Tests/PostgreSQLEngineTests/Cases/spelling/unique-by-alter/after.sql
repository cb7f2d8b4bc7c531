CREATE TABLE t (a int, b int);
ALTER TABLE t ADD UNIQUE (a);
