-- since 14
CREATE TABLE t (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE TABLE t_first PARTITION OF t FOR VALUES FROM (1) TO (10);
RESET SESSION AUTHORIZATION;
UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 't_first'::regclass;
