CREATE FUNCTION twice(x integer) returns integer DETERMINISTIC RETURN x * 2;
