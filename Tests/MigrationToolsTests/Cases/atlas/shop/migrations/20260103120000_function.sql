-- atlas:delimiter \n\n\n

CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1;


SELECT 2';


-- The second one
  CREATE FUNCTION two() RETURNS integer LANGUAGE sql AS $$ SELECT 2; $$;
