-- Comments on the users' own objects; the one on `public` only where it isn't the one that PostgreSQL gives it.
-- Below them the labels of security providers, each with its provider.
SELECT d.classoid, d.objoid, d.objsubid, d.description, NULL AS provider
FROM pg_description d
LEFT JOIN pg_namespace n ON d.classoid = 'pg_namespace'::regclass AND n.oid = d.objoid AND n.nspname = 'public'
WHERE (d.objoid >= 16384 OR n.oid IS NOT NULL)
  AND NOT (n.oid IS NOT NULL AND d.description = 'standard public schema')
UNION ALL
SELECT l.classoid, l.objoid, l.objsubid, l.label, l.provider FROM pg_seclabel l
UNION ALL
SELECT l.classoid, l.objoid, 0, l.label, l.provider
FROM pg_shseclabel l
JOIN pg_database b ON l.classoid = 'pg_database'::regclass AND l.objoid = b.oid
WHERE b.datname = current_database()
