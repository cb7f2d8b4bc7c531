-- What was granted or revoked on the members of extensions and in pg_catalog since they were made; the number of the
-- extension, 0 for pg_catalog and for the extension that every database is born with.
SELECT coalesce(CASE WHEN member.refobjid >= 16384 THEN member.refobjid END, 0) AS extension, i.type || ' ' || i.identity AS name, found.owner, x.grantee,
  x.privilege_type, x.is_grantable, x.is_revoked
FROM (
  SELECT 'pg_proc'::regclass::oid AS class, p.oid, 0 AS part, p.pronamespace AS space, p.proowner AS owner, p.proacl AS grants,
    acldefault('f', p.proowner) AS usual FROM pg_proc p
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 0, c.relnamespace, c.relowner, c.relacl,
    acldefault(CASE WHEN c.relkind = 'S' THEN 's'::"char" ELSE 'r'::"char" END, c.relowner) FROM pg_class c
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relnamespace, c.relowner, a.attacl, acldefault('c', c.relowner)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, t.typnamespace, t.typowner, t.typacl, acldefault('T', t.typowner) FROM pg_type t
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, n.oid, n.nspowner, n.nspacl, acldefault('n', n.nspowner) FROM pg_namespace n
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 0, 11, l.lanowner, l.lanacl, acldefault('l', l.lanowner) FROM pg_language l
) found
LEFT JOIN pg_init_privs p ON p.classoid = found.class AND p.objoid = found.oid AND p.objsubid = found.part
LEFT JOIN pg_depend member
  ON member.classid = found.class AND member.objid = found.oid AND member.objsubid = 0 AND member.deptype = 'e'
CROSS JOIN LATERAL (
  (SELECT n.*, false AS is_revoked FROM (
    SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(found.grants, found.usual))
    EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(p.initprivs, found.usual))) n)
  UNION ALL
  (SELECT o.*, true FROM (
    SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(p.initprivs, found.usual))
    EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(found.grants, found.usual))) o)
) x
CROSS JOIN LATERAL pg_identify_object(found.class, found.oid, found.part) i
WHERE found.grants IS DISTINCT FROM p.initprivs AND (found.space = 11 AND found.oid < 16384 OR member.refobjid IS NOT NULL)
