-- since 15
CREATE TABLE t (a int, b int, c text);
CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;
