CREATE TABLE t (a INTEGER DEFAULT (1), b TEXT DEFAULT current_timestamp);
