-- Schemas that belong to the database's users.
SELECT n.oid, n.nspname, n.nspowner,
  CASE WHEN n.nspacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(n.nspacl) x)
  END AS grants,
  n.nspacl IS NOT NULL AS granted
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND n.oid NOT IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_namespace'::regclass AND d.deptype = 'e')
