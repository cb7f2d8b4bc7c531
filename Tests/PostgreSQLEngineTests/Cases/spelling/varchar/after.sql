CREATE TABLE t (a character varying(5), b integer, c boolean, d numeric(8,2), e timestamp with time zone);
