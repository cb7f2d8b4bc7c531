CREATE TYPE pair AS (a int, b text);
ALTER TYPE pair ADD ATTRIBUTE c date;
