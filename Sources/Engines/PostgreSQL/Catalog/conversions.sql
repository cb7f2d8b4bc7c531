-- Conversions between encodings.
SELECT c.oid, n.nspname, c.conname, c.conowner, c.conproc::oid::regprocedure AS function, c.condefault,
  format('FOR %L TO %L', pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding)) AS definition
FROM pg_conversion c
JOIN pg_namespace n ON n.oid = c.connamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_conversion'::regclass AND d.objid = c.oid AND d.deptype = 'e')
