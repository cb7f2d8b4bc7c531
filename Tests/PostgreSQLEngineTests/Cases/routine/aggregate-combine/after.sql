CREATE AGGREGATE g(int) (SFUNC = int4pl, STYPE = int, COMBINEFUNC = int4pl);
