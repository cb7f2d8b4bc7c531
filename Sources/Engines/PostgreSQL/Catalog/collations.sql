-- Collations. What only some versions have is read by way of JSON. The version of the library is the host's business.
SELECT c.oid, n.nspname, c.collname, c.collowner,
  concat_ws(', ',
    'PROVIDER = ' || CASE c.collprovider
      WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' WHEN 'b' THEN 'builtin' ELSE 'default' END,
    'LOCALE = ' || quote_literal(coalesce(
      to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
      CASE WHEN c.collcollate = c.collctype THEN c.collcollate END)),
    CASE WHEN c.collcollate <> c.collctype THEN
      format('LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype)
    END,
    'RULES = ' || quote_literal(to_jsonb(c) ->> 'collicurules'),
    CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END) AS definition
FROM pg_collation c
JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_collation'::regclass AND d.objid = c.oid AND d.deptype = 'e')
