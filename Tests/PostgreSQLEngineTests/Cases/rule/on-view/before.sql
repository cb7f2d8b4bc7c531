CREATE TABLE t (a int, b int, c text);
CREATE VIEW v AS SELECT * FROM t;
