-- Access methods of indexes and tables.
SELECT m.oid, NULL AS schema, m.amname, NULL AS owner, m.amhandler::oid::regprocedure AS function,
  CASE m.amtype WHEN 'i' THEN 'TYPE INDEX' WHEN 't' THEN 'TYPE TABLE' ELSE 'TYPE ' || m.amtype::text END AS definition
FROM pg_am m
WHERE m.oid >= 16384
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_am'::regclass AND d.objid = m.oid AND d.deptype = 'e')
