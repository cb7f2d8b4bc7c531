PRAGMA encoding = 'UTF-8';
CREATE TABLE t (a TEXT, b TEXT);
