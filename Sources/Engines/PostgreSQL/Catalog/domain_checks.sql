SELECT con.contypid, quote_ident(con.conname) || ' ' || pg_get_constraintdef(con.oid) AS definition,
  obj_description(con.oid, 'pg_constraint') AS comment
FROM pg_constraint con
WHERE con.contypid >= 16384 AND con.contype = 'c'
