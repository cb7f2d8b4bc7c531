CREATE TABLE t (a int4range, CONSTRAINT apart EXCLUDE USING gist (a WITH &&));
COMMENT ON INDEX apart IS 'of ranges';
