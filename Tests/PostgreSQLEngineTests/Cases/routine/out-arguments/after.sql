CREATE FUNCTION f(OUT a int, OUT c int) RETURNS record LANGUAGE sql  AS $$ SELECT 1, 2 $$;
