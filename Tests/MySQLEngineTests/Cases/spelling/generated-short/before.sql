CREATE TABLE a (a int, b int AS (a+1));
