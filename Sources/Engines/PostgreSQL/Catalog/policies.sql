SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive, array_to_string(p.polroles, ' ') AS roles,
  pg_get_expr(p.polqual, p.polrelid) AS condition, pg_get_expr(p.polwithcheck, p.polrelid) AS with_check
FROM pg_policy p
