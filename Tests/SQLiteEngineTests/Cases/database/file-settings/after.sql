PRAGMA page_size = 8192;
PRAGMA auto_vacuum = FULL;
CREATE TABLE t (a TEXT, b TEXT);
