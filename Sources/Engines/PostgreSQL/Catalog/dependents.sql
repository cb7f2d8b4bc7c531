-- The relations whose definitions mention one of the relations $1, or a column of it.
SELECT DISTINCT coalesce(f.adrelid, r.ev_class, con.conrelid, d.objid)
FROM pg_depend d
LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
LEFT JOIN pg_constraint con ON d.classid = 'pg_constraint'::regclass AND con.oid = d.objid
WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ANY ($1::oid[])
  AND (d.classid = 'pg_class'::regclass OR coalesce(f.adrelid, r.ev_class, con.conrelid) IS NOT NULL)
