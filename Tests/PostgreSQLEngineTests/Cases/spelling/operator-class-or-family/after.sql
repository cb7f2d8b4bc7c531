-- since 14
RESET SESSION AUTHORIZATION;
CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION reverse_compare(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -1';
CREATE OPERATOR FAMILY numbers USING btree;
CREATE OPERATOR CLASS whole FOR TYPE integer USING btree FAMILY numbers AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) compare(integer, bigint), FUNCTION 1 btint4cmp(integer, integer);
