-- The database itself: its owner, grants, and the administrator's own role.
SELECT db.oid, db.datdba, (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) AS administrator,
  CASE WHEN db.datacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(db.datacl) x)
  END AS grants,
  db.datacl IS NOT NULL AS granted,
  shobj_description(db.oid, 'pg_database') AS comment
FROM pg_database db
WHERE db.datname = current_database()
