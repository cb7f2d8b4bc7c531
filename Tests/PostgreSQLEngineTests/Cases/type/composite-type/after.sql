CREATE TYPE pair AS (a int, b text);
ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint;
