-- since 14
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql RETURN a + 1;
