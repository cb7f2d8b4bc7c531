CREATE TABLE t (a TEXT DEFAULT (datetime('now', 'utc')));
