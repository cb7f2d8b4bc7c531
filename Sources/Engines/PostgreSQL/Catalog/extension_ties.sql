-- What goes when an extension goes though it is no member of it, and row security on its members. The number of the
-- extension; 0 for one that every database is born with.
SELECT CASE WHEN d.refobjid >= 16384 THEN d.refobjid ELSE 0 END AS extension,
  'dependent=' || i.type || ' ' || i.identity AS tie
FROM pg_depend d
CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'x'
UNION ALL
SELECT CASE WHEN d.refobjid >= 16384 THEN d.refobjid ELSE 0 END,
  CASE WHEN c.relforcerowsecurity THEN 'forced row security=' ELSE 'row security=' END
    || quote_ident(n.nspname) || '.' || quote_ident(c.relname)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0 AND d.deptype = 'e'
WHERE c.relrowsecurity OR c.relforcerowsecurity
