CREATE TABLE t (a TEXT CHECK (a IN ('x')));
