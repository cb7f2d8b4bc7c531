-- What was granted or revoked on the members of extensions and in pg_catalog since they were made; the number of the
-- extension, 0 for pg_catalog and for an extension that every database is born with.
WITH member AS (
  SELECT d.classid, d.objid, d.refobjid FROM pg_depend d
  WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND d.objsubid = 0
), found AS (
  SELECT 'pg_proc'::regclass::oid AS class, p.oid, 0 AS part, p.pronamespace AS space, 'f'::"char" AS kind,
    p.proowner AS owner, p.proacl AS grants
  FROM pg_proc p WHERE p.oid < 16384 OR p.oid IN (SELECT m.objid FROM member m)
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 0, c.relnamespace, CASE WHEN c.relkind = 'S' THEN 's'::"char" ELSE 'r'::"char" END, c.relowner,
    c.relacl
  FROM pg_class c WHERE c.oid < 16384 OR c.oid IN (SELECT m.objid FROM member m)
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relnamespace, 'c'::"char", c.relowner, a.attacl
  FROM pg_class c
  -- Looked up relation by relation: there are few of the system's, and many columns.
  CROSS JOIN LATERAL (
    SELECT b.attnum, b.attacl FROM pg_attribute b WHERE b.attrelid = c.oid AND b.attacl IS NOT NULL OFFSET 0) a
  WHERE c.oid < 16384 OR c.oid IN (SELECT m.objid FROM member m)
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, t.typnamespace, 'T', t.typowner, t.typacl
  FROM pg_type t WHERE t.oid < 16384 OR t.oid IN (SELECT m.objid FROM member m)
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, n.oid, 'n', n.nspowner, n.nspacl FROM pg_namespace n
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 0, 11, 'l', l.lanowner, l.lanacl FROM pg_language l
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, 0, 'F', w.fdwowner, w.fdwacl FROM pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, s.oid, 0, 0, 'S', s.srvowner, s.srvacl FROM pg_foreign_server s
), changed AS MATERIALIZED (
  SELECT f.*, p.initprivs AS former, member.refobjid AS extension
  FROM found f
  LEFT JOIN pg_init_privs p ON p.classoid = f.class AND p.objoid = f.oid AND p.objsubid = f.part
  LEFT JOIN member ON member.classid = f.class AND member.objid = f.oid
  WHERE f.grants IS DISTINCT FROM p.initprivs AND (f.space = 11 AND f.oid < 16384 OR member.refobjid IS NOT NULL)
)
SELECT CASE WHEN c.extension >= 16384 THEN c.extension ELSE 0 END AS extension, i.type || ' ' || i.identity AS name, c.owner, x.grantee,
  x.privilege_type, x.is_grantable, x.is_revoked
FROM changed c
CROSS JOIN LATERAL (SELECT acldefault(c.kind, c.owner) AS grants) usual
CROSS JOIN LATERAL (
  (SELECT n.*, false AS is_revoked FROM (
    SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(c.grants, usual.grants))
    EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(c.former, usual.grants))) n)
  UNION ALL
  (SELECT o.*, true FROM (
    SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(c.former, usual.grants))
    EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(coalesce(c.grants, usual.grants))) o)
) x
CROSS JOIN LATERAL pg_identify_object(c.class, c.oid, c.part) i
