-- Enums, domains and range types.
SELECT t.oid, n.nspname, t.typname, t.typtype, t.typowner,
  CASE WHEN t.typacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(t.typacl) x)
  END AS grants,
  t.typacl IS NOT NULL AS granted,
  CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base_type,
  t.typnotnull,
  CASE WHEN t.typdefaultbin IS NOT NULL THEN pg_get_expr(t.typdefaultbin, 0) END AS expression,
  CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation THEN
    (SELECT quote_ident(m.nspname) || '.' || quote_ident(o.collname)
     FROM pg_collation o JOIN pg_namespace m ON m.oid = o.collnamespace WHERE o.oid = t.typcollation)
  END AS collation
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_type b ON b.oid = t.typbasetype
WHERE t.typtype IN ('e', 'd', 'r') AND t.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND t.oid NOT IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_type'::regclass AND d.deptype = 'e')
