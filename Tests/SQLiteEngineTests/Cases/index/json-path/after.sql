CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a -> '$.x');
