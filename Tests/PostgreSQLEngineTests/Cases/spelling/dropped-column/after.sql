CREATE TABLE t (a int, b date, c text);
ALTER TABLE t DROP COLUMN b;
