CREATE TABLE t (a int, b int, c text);
GRANT SELECT (a) ON t TO reader WITH GRANT OPTION;
