-- How a type's values come into a language and back.
SELECT t.oid, NULL AS schema, format_type(t.trftype, NULL) || ' FOR ' || l.lanname AS name, NULL AS owner,
  concat_ws(', ',
    'FROM SQL WITH FUNCTION ' || NULLIF(t.trffromsql::oid, 0)::regprocedure,
    'TO SQL WITH FUNCTION ' || NULLIF(t.trftosql::oid, 0)::regprocedure) AS definition
FROM pg_transform t
JOIN pg_language l ON l.oid = t.trflang
WHERE t.oid >= 16384
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_transform'::regclass AND d.objid = t.oid AND d.deptype = 'e')
