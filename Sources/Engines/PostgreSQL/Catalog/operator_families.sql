-- Operator families, with the members that belong to none of their classes.
SELECT f.oid, n.nspname, f.opfname || '(' || m.amname || ')' AS name, f.opfowner,
  (SELECT string_agg(member, E'\n')
   FROM (
     SELECT format('OPERATOR %s %s', o.amopstrategy, o.amopopr::regoperator)
       || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname), '') AS member
     FROM pg_depend d
     JOIN pg_amop o ON o.oid = d.objid
     LEFT JOIN pg_opfamily s ON s.oid = o.amopsortfamily
     LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
     WHERE d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid AND d.classid = 'pg_amop'::regclass
       AND o.amopfamily = f.oid
     UNION ALL
     SELECT format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),
       format_type(p.amprocrighttype, NULL), p.amproc::oid::regprocedure)
     FROM pg_depend d
     JOIN pg_amproc p ON p.oid = d.objid
     WHERE d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid AND d.classid = 'pg_amproc'::regclass
       AND p.amprocfamily = f.oid
   ) loose) AS members
FROM pg_opfamily f
JOIN pg_namespace n ON n.oid = f.opfnamespace
JOIN pg_am m ON m.oid = f.opfmethod
WHERE f.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_opfamily'::regclass AND d.objid = f.oid AND d.deptype = 'e')
