-- The columns of tables, foreign tables, views and composite types, in their order; dropped ones left out.
-- The 15.20 server was seen to keep a stamp of its own, `pg_attver`, among the options; pg_dump leaves it out as well.
SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
  CASE WHEN a.atthasdef THEN
    -- A default mentions no column, and to be told of its relation costs the server a look at all of them.
    (SELECT pg_get_expr(d.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE d.adrelid END)
     FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum)
  END AS expression,
  a.attidentity, a.attgenerated,
  CASE WHEN a.attcollation <> t.typcollation THEN
    (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)
     FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE o.oid = a.attcollation)
  END AS collation,
  CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
  a.attcompression, -- since 14
  -- before 14: '' AS attcompression,
  CASE WHEN a.attacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(a.attacl) x)
  END AS grants,
  CASE WHEN cardinality(a.attoptions) > 1 OR a.attoptions[1] NOT LIKE 'pg\_attver=%' THEN
    (SELECT string_agg(o, E'\n') FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%')
  END AS options,
  CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
  a.attislocal, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS position, c.relkind,
  CASE WHEN c.relkind = 'f' AND a.attfdwoptions IS NOT NULL THEN
    (SELECT string_agg(o.option_name || '=' || CASE
       WHEN o.option_value ~ '[\n\\]' THEN to_json(o.option_value)::text ELSE o.option_value END, E'\n')
     FROM pg_options_to_table(a.attfdwoptions) o)
  END AS server_options,
  nn.oid AS not_null, -- since 18
  quote_ident(nn.conname) || ' NOT NULL' || CASE WHEN nn.connoinherit THEN ' NO INHERIT' ELSE '' END -- since 18
    || CASE WHEN nn.convalidated THEN '' ELSE ' NOT VALID' END AS not_null_definition, -- since 18
  nn.conname <> c.relname || '_' || a.attname || '_not_null' OR nn.connoinherit -- since 18
    OR NOT nn.convalidated AS is_unusual -- since 18
  -- before 18: 0 AS not_null, NULL AS not_null_definition, false AS is_unusual
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_constraint nn -- since 18
  ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum AND nn.conislocal -- since 18
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND c.oid >= 16384
  -- only: AND a.attrelid = ANY ($1::oid[])
ORDER BY a.attrelid, a.attnum
