-- since 17
CREATE TABLE t (a int);
GRANT MAINTAIN ON t TO reader;
