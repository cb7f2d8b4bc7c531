-- Class and name of the objects whose catalogues and numbers stand in $1, two by two. The server refuses to name what
-- is no object to it, so that of an unknown class only those are asked for that something depends on.
SELECT coalesce(i.type, substr(c.relname, 4)) AS what,
  CASE WHEN k.object = 0 THEN c.relname || ' (no right to read it)' ELSE coalesce(i.identity, k.object::text) END
    -- Of what belongs to the whole server the name tells everything, so that equal names are equal things.
    || coalesce(CASE c.relname
      WHEN 'pg_tablespace' THEN
        (SELECT format(' (%s)', concat_ws('; ', 'owner ' || quote_ident(pg_get_userbyid(s.spcowner)),
           NULLIF('at ' || pg_tablespace_location(s.oid), 'at '), s.spcacl::text, s.spcoptions::text,
           shobj_description(s.oid, 'pg_tablespace')))
         FROM pg_tablespace s WHERE s.oid = k.object)
      WHEN 'pg_parameter_acl' THEN (SELECT format(' (%s)', p.paracl) FROM pg_parameter_acl p WHERE p.oid = k.object) -- since 15
      END, '') AS name
FROM (
  SELECT ($1::oid[])[2 * n - 1] AS class, ($1::oid[])[2 * n] AS object
  FROM generate_series(1, cardinality($1::oid[]) / 2) n
) k
JOIN pg_class c ON c.oid = k.class
LEFT JOIN LATERAL (
  SELECT p.type, p.identity FROM pg_identify_object(k.class, k.object, 0) p
  WHERE k.object <> 0 AND (k.class IN (SELECT d.classid FROM pg_depend d) OR c.relname IN (
    'pg_am', 'pg_cast', 'pg_collation', 'pg_conversion', 'pg_default_acl', 'pg_event_trigger', 'pg_extension',
    'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_language', 'pg_largeobject', 'pg_namespace', 'pg_opclass',
    'pg_operator', 'pg_opfamily', 'pg_parameter_acl', 'pg_policy', 'pg_publication', 'pg_statistic_ext',
    'pg_subscription', 'pg_tablespace', 'pg_transform', 'pg_ts_config', 'pg_ts_dict', 'pg_ts_parser',
    'pg_ts_template', 'pg_user_mapping'))
) i ON true
ORDER BY 1, 2
