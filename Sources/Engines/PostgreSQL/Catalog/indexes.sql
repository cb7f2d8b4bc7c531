-- All indexes; for one that stands behind a constraint only what the constraint's own definition doesn't say.
SELECT i.indexrelid, i.indrelid, n.nspname, c.relname, coalesce(con.oid, 0) AS constraint_oid,
  CASE WHEN con.oid IS NULL THEN pg_get_indexdef(i.indexrelid) END AS definition,
  i.indisvalid, i.indisunique, i.indisreplident, i.indisclustered,
  array_to_string(c.reloptions, E'\n') AS options,
  CASE WHEN c.reltablespace <> 0 THEN (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace,
  CASE WHEN i.indexprs IS NOT NULL THEN
    (SELECT string_agg(a.attnum || '=' || a.attstattarget, E'\n')
     FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0)
  END AS statistics
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_constraint con ON con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
WHERE i.indrelid >= 16384 AND c.oid >= 16384 AND n.nspname <> 'pg_toast'
  -- only: AND i.indrelid = ANY ($1::oid[])
