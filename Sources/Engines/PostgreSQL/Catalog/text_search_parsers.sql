-- Text search parsers.
SELECT p.oid, n.nspname, p.prsname, NULL AS owner,
  concat_ws(', ',
    'START = ' || p.prsstart::oid::regprocedure,
    'GETTOKEN = ' || p.prstoken::oid::regprocedure,
    'END = ' || p.prsend::oid::regprocedure,
    'HEADLINE = ' || NULLIF(p.prsheadline::oid, 0)::regprocedure,
    'LEXTYPES = ' || p.prslextype::oid::regprocedure) AS definition
FROM pg_ts_parser p
JOIN pg_namespace n ON n.oid = p.prsnamespace
WHERE p.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_ts_parser'::regclass AND d.objid = p.oid AND d.deptype = 'e')
