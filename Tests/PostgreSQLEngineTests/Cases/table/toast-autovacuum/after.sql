CREATE TABLE t (a int, b int, c text);
ALTER TABLE t SET (toast.autovacuum_vacuum_threshold = 9);
