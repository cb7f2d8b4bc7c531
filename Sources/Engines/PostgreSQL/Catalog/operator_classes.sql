-- Operator classes, with the members that go when the class goes.
SELECT c.oid, n.nspname, c.opcname || '(' || m.amname || ')' AS name, c.opcowner,
  format_type(c.opcintype, NULL) AS type, c.opcdefault,
  concat_ws(', ',
    'FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname),
    'STORAGE ' || format_type(NULLIF(c.opckeytype, 0), NULL)) AS definition,
  (SELECT string_agg(member, E'\n')
   FROM (
     SELECT format('OPERATOR %s %s', o.amopstrategy, o.amopopr::regoperator)
       || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname), '') AS member
     FROM pg_depend d
     JOIN pg_amop o ON o.oid = d.objid
     LEFT JOIN pg_opfamily s ON s.oid = o.amopsortfamily
     LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
     WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.classid = 'pg_amop'::regclass
     UNION ALL
     SELECT format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),
       format_type(p.amprocrighttype, NULL), p.amproc::oid::regprocedure)
     FROM pg_depend d
     JOIN pg_amproc p ON p.oid = d.objid
     WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.classid = 'pg_amproc'::regclass
   ) own) AS members
FROM pg_opclass c
JOIN pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_am m ON m.oid = c.opcmethod
JOIN pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_namespace fn ON fn.oid = f.opfnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_opclass'::regclass AND d.objid = c.oid AND d.deptype = 'e')
