CREATE TABLE t (a int, b int, c text);
ALTER TABLE t SET (autovacuum_enabled = false);
