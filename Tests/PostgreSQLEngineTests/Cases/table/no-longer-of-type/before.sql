CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
