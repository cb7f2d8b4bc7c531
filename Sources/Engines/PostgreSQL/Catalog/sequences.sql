-- Sequences, with the column that one belongs to: `i` as its identity, `a` as its owner.
SELECT s.seqrelid, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
  s.seqcycle, d.deptype, coalesce(d.refobjid, 0) AS owner_table, coalesce(d.refobjsubid, 0) AS owner_column,
  CASE WHEN d.deptype = 'a' THEN
    (SELECT quote_ident(n.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(a.attname)
     FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid WHERE t.oid = d.refobjid)
  END AS owner
FROM pg_sequence s
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
-- only: WHERE s.seqrelid = ANY ($1::oid[])
