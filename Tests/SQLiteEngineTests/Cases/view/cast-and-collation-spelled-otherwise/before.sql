CREATE TABLE t (a TEXT, b TEXT);
CREATE VIEW v AS SELECT cast(a as decimal(4, 2)) AS x FROM t ORDER BY b COLLATE nocase;
