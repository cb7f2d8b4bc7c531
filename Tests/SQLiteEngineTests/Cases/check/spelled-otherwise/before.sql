CREATE TABLE t (a INTEGER, CHECK (a != 0 AND length(a) < 5));
