CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE twin AS (a integer, b integer);
CREATE FUNCTION pair_of(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT $1, $1';
CREATE FUNCTION pair_too(integer) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT $1, 0';
CREATE CAST (integer AS pair) WITH FUNCTION pair_of(integer);
COMMENT ON CAST (integer AS pair) IS 'one number twice';
