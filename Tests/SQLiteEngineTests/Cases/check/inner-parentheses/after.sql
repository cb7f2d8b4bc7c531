CREATE TABLE t (a INTEGER CHECK ((a + 1) * 2 > 0));
