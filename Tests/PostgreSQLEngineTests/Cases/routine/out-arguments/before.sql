CREATE FUNCTION f(OUT a int, OUT b int) RETURNS record LANGUAGE sql  AS $$ SELECT 1, 2 $$;
