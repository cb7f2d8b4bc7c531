CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '7');
