CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int);
COMMENT ON AGGREGATE g(int) IS 'a sum';
