-- Types with functions of their own, and types that are only named as yet; not the array of another type.
SELECT t.oid, n.nspname, t.typname, t.typowner,
  CASE WHEN NOT t.typisdefined THEN 'SHELL' ELSE concat_ws(', ',
    'INPUT = ' || t.typinput::oid::regprocedure,
    'OUTPUT = ' || t.typoutput::oid::regprocedure,
    'RECEIVE = ' || NULLIF(t.typreceive::oid, 0)::regprocedure,
    'SEND = ' || NULLIF(t.typsend::oid, 0)::regprocedure,
    'TYPMOD_IN = ' || NULLIF(t.typmodin::oid, 0)::regprocedure,
    'TYPMOD_OUT = ' || NULLIF(t.typmodout::oid, 0)::regprocedure,
    'ANALYZE = ' || NULLIF(t.typanalyze::oid, 0)::regprocedure,
    'SUBSCRIPT = ' || NULLIF(t.typsubscript::oid, 0)::regprocedure, -- since 14
    'INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END,
    CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END,
    'ALIGNMENT = '
      || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
    'STORAGE = ' || CASE t.typstorage
      WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END,
    'CATEGORY = ' || quote_literal(t.typcategory::text),
    CASE WHEN t.typispreferred THEN 'PREFERRED' END,
    'ELEMENT = ' || format_type(NULLIF(t.typelem, 0), NULL),
    'DELIMITER = ' || quote_literal(t.typdelim::text),
    CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE' END) END AS definition,
  CASE WHEN t.typdefaultbin IS NOT NULL THEN pg_get_expr(t.typdefaultbin, 0)
    ELSE quote_literal(t.typdefault) END AS default_value,
  CASE WHEN t.typacl IS NOT NULL THEN
    (SELECT coalesce(string_agg(
       x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' '), '')
     FROM aclexplode(t.typacl) x)
  END AS grants
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.oid >= 16384 AND t.typtype IN ('b', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
