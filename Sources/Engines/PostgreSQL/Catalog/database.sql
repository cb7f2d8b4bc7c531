-- The database itself: its owner, grants, the administrator's own role, and what is set for every session in it or
-- for a role's. What may be a secret is told by the setting's name, and stays on the server.
SELECT db.oid, db.datdba, (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) AS administrator,
  CASE WHEN db.datacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(db.datacl) x)
  END AS grants,
  db.datacl IS NOT NULL AS granted,
  shobj_description(db.oid, 'pg_database') AS comment,
  (SELECT string_agg(s.setrole || ':' || CASE
     WHEN split_part(c.setting, '=', 1) ~* 'passw|pwd|secret|token|credential|api_?key'
     THEN split_part(c.setting, '=', 1) || '=' || chr(1) ELSE c.setting END, E'\n')
   FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c (setting) WHERE s.setdatabase = db.oid) AS settings
FROM pg_database db
WHERE db.datname = current_database()
