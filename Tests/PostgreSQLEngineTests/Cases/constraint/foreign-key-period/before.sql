-- since 18
CREATE TABLE t (a int4range, b daterange, CONSTRAINT t_key PRIMARY KEY (a, b WITHOUT OVERLAPS));
CREATE TABLE u (a int4range, b daterange);
