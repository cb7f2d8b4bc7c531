-- since 18
CREATE TABLE t (a int CONSTRAINT t_a_not_null NOT NULL);
