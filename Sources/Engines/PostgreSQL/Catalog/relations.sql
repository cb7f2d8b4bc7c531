-- Tables, foreign tables, views, materialized views, sequences and composite types.
SELECT c.oid, c.reltype, n.nspname, c.relname, c.relkind, c.relowner,
  CASE WHEN coalesce(c.relacl, y.typacl) IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(coalesce(c.relacl, y.typacl)) x)
  END AS grants,
  coalesce(c.relacl, y.typacl) IS NOT NULL AS granted,
  c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated,
  array_to_string(c.reloptions, E'\n') AS options,
  CASE WHEN t.reloptions IS NOT NULL THEN array_to_string(t.reloptions, E'\n') END AS toast_options,
  CASE WHEN c.reltablespace <> 0 THEN (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace,
  CASE WHEN am.amname <> 'heap' OR c.relkind = 'p' THEN am.amname END AS access_method,
  CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
  CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
  CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
  CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
  CASE WHEN c.relkind IN ('r', 'p', 'm') THEN c.relreplident END AS replica_identity,
  CASE WHEN c.relkind = 'f' THEN
    (SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid)
  END AS server,
  CASE WHEN c.relkind = 'f' THEN
    (SELECT string_agg(o.option_name || '=' || CASE
       WHEN o.option_name ~* 'passw|pwd|secret|token|credential|api_?key' THEN chr(1)
       WHEN o.option_value ~ '[\n\\]' THEN to_json(o.option_value)::text ELSE o.option_value END, E'\n')
     FROM pg_foreign_table f CROSS JOIN pg_options_to_table(f.ftoptions) o WHERE f.ftrelid = c.oid)
  END AS server_options
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
LEFT JOIN pg_type y ON y.oid = c.reltype AND c.relkind = 'c'
LEFT JOIN pg_am am ON am.oid = c.relam
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.oid NOT IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
  AND (c.relkind <> 'c' OR c.reltype NOT IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_type'::regclass AND d.deptype = 'e'))
  -- only: AND c.oid = ANY ($1::oid[])
ORDER BY n.nspname, c.relname
