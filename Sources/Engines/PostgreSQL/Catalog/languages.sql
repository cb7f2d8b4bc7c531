-- Languages in which functions are written.
SELECT l.oid, NULL AS schema, l.lanname, l.lanowner, l.lanplcallfoid::regprocedure AS function,
  concat_ws(', ',
    CASE WHEN l.lanpltrusted THEN 'TRUSTED' END,
    'INLINE ' || NULLIF(l.laninline, 0)::regprocedure,
    'VALIDATOR ' || NULLIF(l.lanvalidator, 0)::regprocedure) AS definition,
  CASE WHEN l.lanacl IS NOT NULL THEN
    (SELECT coalesce(string_agg(
       x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' '), '')
     FROM aclexplode(l.lanacl) x)
  END AS grants
FROM pg_language l
WHERE l.oid >= 16384
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_language'::regclass AND d.objid = l.oid AND d.deptype = 'e')
