-- Text search dictionaries; the order of their options means nothing.
SELECT d.oid, n.nspname, d.dictname, d.dictowner,
  'TEMPLATE = ' || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) AS definition,
  (SELECT string_agg(option[1] || '=' || option[2], E'\n')
   FROM regexp_matches(
     d.dictinitoption, '((?:"(?:[^"]|"")*"|[^\s",=])+)\s*=\s*(E?''(?:[^''\\]|''''|\\.)*''|[^\s,]+)', 'g') option
  ) AS options
FROM pg_ts_dict d
JOIN pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_ts_template t ON t.oid = d.dicttemplate
JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE d.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid AND e.deptype = 'e')
