CREATE TYPE pair AS (a int, b text);
COMMENT ON COLUMN pair.a IS 'first';
