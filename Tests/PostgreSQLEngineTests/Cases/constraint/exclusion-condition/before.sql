CREATE TABLE t (a int4range, b bool, CONSTRAINT apart EXCLUDE USING gist (a WITH &&));
