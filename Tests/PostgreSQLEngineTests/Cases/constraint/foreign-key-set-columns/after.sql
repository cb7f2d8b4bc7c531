-- since 15
CREATE TABLE p (a int, b int, UNIQUE (a, b));
CREATE TABLE t (a int, b int, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES p (a, b) ON DELETE SET NULL (b));
