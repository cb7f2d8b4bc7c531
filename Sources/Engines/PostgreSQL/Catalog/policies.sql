SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, array_to_string(p.polroles, ' ') AS roles,
  pg_get_expr(p.polqual, p.polrelid) AS condition, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check,
  n.nspname, c.relname
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid AND c.relpersistence <> 't'
JOIN pg_namespace n ON n.oid = c.relnamespace
