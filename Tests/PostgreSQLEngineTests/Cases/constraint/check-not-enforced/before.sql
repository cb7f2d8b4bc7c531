-- since 18
CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));
