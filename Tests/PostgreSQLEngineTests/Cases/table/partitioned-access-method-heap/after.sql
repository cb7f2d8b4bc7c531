-- since 17
CREATE TABLE t (a int) PARTITION BY RANGE (a) USING heap;
