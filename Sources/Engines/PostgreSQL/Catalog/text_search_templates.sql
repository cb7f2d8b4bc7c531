-- Text search templates.
SELECT t.oid, n.nspname, t.tmplname, NULL AS owner,
  concat_ws(', ',
    'INIT = ' || NULLIF(t.tmplinit::oid, 0)::regprocedure,
    'LEXIZE = ' || t.tmpllexize::oid::regprocedure) AS definition
FROM pg_ts_template t
JOIN pg_namespace n ON n.oid = t.tmplnamespace
WHERE t.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_ts_template'::regclass AND d.objid = t.oid AND d.deptype = 'e')
