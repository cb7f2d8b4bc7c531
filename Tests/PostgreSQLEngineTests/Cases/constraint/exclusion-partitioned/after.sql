-- since 17
CREATE TABLE t (a int, b int, CONSTRAINT x EXCLUDE USING btree (a WITH =)) PARTITION BY RANGE (a);
