CREATE TABLE t (a int, b int, c text);
ALTER TABLE t SET (parallel_workers = 3);
