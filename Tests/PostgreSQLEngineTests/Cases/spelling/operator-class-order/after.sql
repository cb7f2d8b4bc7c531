RESET SESSION AUTHORIZATION;
CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION reverse_compare(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -1';
CREATE OPERATOR FAMILY numbers USING btree;
CREATE OPERATOR CLASS whole FOR TYPE integer USING btree FAMILY numbers AS
  FUNCTION 1 (int4, int4) btint4cmp(int4, int4),
  OPERATOR 3 pg_catalog.= (integer, integer), OPERATOR 2 <= FOR SEARCH, OPERATOR 1 <;
