-- Foreign servers. What may be a secret is told by the option's name, and stays on the server.
SELECT s.oid, s.srvname, s.srvowner,
  CASE WHEN s.srvacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(s.srvacl) x)
  END AS grants,
  s.srvacl IS NOT NULL AS granted,
  w.fdwname, s.srvtype, s.srvversion,
  (SELECT string_agg(o.option_name || '=' || CASE
     WHEN o.option_name ~* 'passw|pwd|secret|token|credential|api_?key' THEN chr(1)
     WHEN o.option_value ~ '[\n\\]' THEN to_json(o.option_value)::text ELSE o.option_value END, E'\n')
   FROM pg_options_to_table(s.srvoptions) o) AS options
FROM pg_foreign_server s
JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_foreign_server'::regclass
    AND d.objid = s.oid AND d.deptype = 'e')
