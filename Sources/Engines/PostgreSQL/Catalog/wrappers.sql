-- Foreign data wrappers. What may be a secret is told by the option's name, and stays on the server.
SELECT w.oid, w.fdwname, w.fdwowner,
  CASE WHEN w.fdwacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(w.fdwacl) x)
  END AS grants,
  w.fdwacl IS NOT NULL AS granted,
  NULLIF(w.fdwhandler, 0)::regproc AS handler, NULLIF(w.fdwvalidator, 0)::regproc AS validator,
  (SELECT string_agg(o.option_name || '=' || CASE
     WHEN o.option_name ~* 'passw|pwd|secret|token|credential|api_?key' THEN chr(1)
     WHEN o.option_value ~ '[\n\\]' THEN to_json(o.option_value)::text ELSE o.option_value END, E'\n')
   FROM pg_options_to_table(w.fdwoptions) o) AS options
FROM pg_foreign_data_wrapper w
WHERE w.oid >= 16384
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_foreign_data_wrapper'::regclass
      AND d.objid = w.oid AND d.deptype = 'e')
