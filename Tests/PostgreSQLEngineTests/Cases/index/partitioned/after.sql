CREATE TABLE p (a int, b text) PARTITION BY RANGE (a);
CREATE INDEX i ON p (a);
