-- Casts, without the ones that come with a range type.
SELECT c.oid, NULL AS schema,
  format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) AS name, NULL AS owner,
  CASE c.castmethod
    WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT' ELSE c.castfunc::regprocedure::text
  END AS function,
  CASE c.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' ELSE 'explicit' END AS context
FROM pg_cast c
WHERE c.oid >= 16384
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
