-- What a range type is a range of, in the words of CREATE TYPE.
SELECT r.rngtypid, format_type(r.rngsubtype, NULL) AS subtype,
  quote_ident(om.nspname) || '.' || quote_ident(o.opcname) AS operator_class,
  CASE WHEN r.rngcollation <> s.typcollation THEN
    (SELECT quote_ident(m.nspname) || '.' || quote_ident(l.collname)
     FROM pg_collation l JOIN pg_namespace m ON m.oid = l.collnamespace WHERE l.oid = r.rngcollation)
  END AS collation,
  NULLIF(r.rngcanonical, 0)::regprocedure AS canonical, NULLIF(r.rngsubdiff, 0)::regprocedure AS difference,
  format_type(r.rngmultitypid, NULL) AS multirange -- since 14
  -- before 14: NULL AS multirange
FROM pg_range r
JOIN pg_type s ON s.oid = r.rngsubtype
JOIN pg_opclass o ON o.oid = r.rngsubopc
JOIN pg_namespace om ON om.oid = o.opcnamespace
WHERE r.rngtypid >= 16384
