SELECT con.contypid, quote_ident(con.conname) || ' ' || pg_get_constraintdef(con.oid) AS definition,
  obj_description(con.oid, 'pg_constraint') AS comment
FROM pg_constraint con
JOIN pg_type t ON t.oid = con.contypid
WHERE con.contypid >= 16384
  -- Since version 17 NOT NULL has a name as well, which mostly follows from the type's.
  AND (con.contype = 'c' OR con.contype = 'n' AND (con.conname <> t.typname || '_not_null'
    OR con.oid IN (SELECT d.objoid FROM pg_description d WHERE d.classoid = 'pg_constraint'::regclass)))
