-- What the owners' new objects will be granted.
SELECT d.oid, d.defaclrole,
  CASE d.defaclobjtype
    WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
    WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects' ELSE d.defaclobjtype::text
  END AS kind,
  n.nspname,
  (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
   FROM aclexplode(d.defaclacl) x) AS grants
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
WHERE NOT EXISTS (
  SELECT FROM pg_depend e
  WHERE e.refclassid = 'pg_extension'::regclass AND e.classid = 'pg_default_acl'::regclass
    AND e.objid = d.oid AND e.deptype = 'e')
