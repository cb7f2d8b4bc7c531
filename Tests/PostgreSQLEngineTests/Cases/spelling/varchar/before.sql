CREATE TABLE t (a varchar(5), b int4, c bool, d decimal(8,2), e timestamptz);
