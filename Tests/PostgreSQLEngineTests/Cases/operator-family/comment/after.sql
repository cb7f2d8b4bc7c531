RESET SESSION AUTHORIZATION;
CREATE FUNCTION compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION reverse_compare(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -1';
CREATE OPERATOR FAMILY numbers USING btree;
COMMENT ON OPERATOR FAMILY numbers USING btree IS 'how numbers are sorted';
