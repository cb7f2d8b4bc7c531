CREATE TABLE t (a int, b int, c text);
ALTER TABLE t ALTER a SET (n_distinct_inherited = 5);
