-- Comments on the users' own objects; the one on `public` only where it isn't the one that PostgreSQL gives it.
SELECT d.classoid, d.objoid, d.objsubid, d.description
FROM pg_description d
LEFT JOIN pg_namespace n ON d.classoid = 'pg_namespace'::regclass AND n.oid = d.objoid AND n.nspname = 'public'
WHERE (d.objoid >= 16384 OR n.oid IS NOT NULL)
  AND NOT (n.oid IS NOT NULL AND d.description = 'standard public schema')
