CREATE TABLE t (a TEXT CHECK (cast(a as integer) > 1));
