-- The whole server's roles with their comments, who is a member of whom, and what is set for whom in which database.
-- No password is read. The labels are those of security providers.
SELECT 'role' AS what, r.oid, 0 AS other, r.rolname::text AS name,
  concat_ws(E'\n',
    CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolinherit THEN 'INHERIT' END,
    CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
    CASE WHEN r.rolcanlogin THEN 'LOGIN' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END,
    CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
    'CONNECTION LIMIT=' || NULLIF(r.rolconnlimit, -1), 'VALID UNTIL=' || r.rolvaliduntil) AS text,
  shobj_description(r.oid, 'pg_authid') AS comment,
  (SELECT string_agg(l.provider || ': ' || l.label, E'\n') FROM pg_shseclabel l
   WHERE l.classoid = 'pg_authid'::regclass AND l.objoid = r.oid) AS labels
FROM pg_roles r
UNION ALL
SELECT 'member', a.member, a.roleid, NULL,
  concat_ws(E'\n', CASE WHEN a.admin_option THEN 'ADMIN' END,
    CASE WHEN NOT a.inherit_option THEN 'INHERIT FALSE' END, CASE WHEN NOT a.set_option THEN 'SET FALSE' END, -- since 16
    NULL), NULL, NULL
FROM pg_auth_members a
UNION ALL
SELECT 'setting', s.setrole, s.setdatabase, b.datname::text, c.setting, NULL, NULL
FROM pg_db_role_setting s
LEFT JOIN pg_database b ON b.oid = s.setdatabase
CROSS JOIN unnest(s.setconfig) c (setting)
