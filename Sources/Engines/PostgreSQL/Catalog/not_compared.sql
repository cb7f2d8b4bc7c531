-- What stands in the catalogue and has no kind in our model, by its class in SQL's words.
SELECT found.what, found.name
FROM (
  SELECT 'pg_operator'::regclass::oid AS class, o.oid, 'operator' AS what, o.oid::regoperator::text AS name
  FROM pg_operator o WHERE o.oid >= 16384
  UNION ALL
  SELECT 'pg_opclass'::regclass, o.oid, 'operator class', n.nspname || '.' || o.opcname
  FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE o.oid >= 16384
  UNION ALL
  SELECT 'pg_opfamily'::regclass, o.oid, 'operator family', n.nspname || '.' || o.opfname
  FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace WHERE o.oid >= 16384
  UNION ALL
  SELECT 'pg_cast'::regclass, c.oid, 'cast', format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL)
  FROM pg_cast c WHERE c.oid >= 16384
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
  UNION ALL
  SELECT 'pg_collation'::regclass, c.oid, 'collation', n.nspname || '.' || c.collname
  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE c.oid >= 16384
  UNION ALL
  SELECT 'pg_conversion'::regclass, c.oid, 'conversion', n.nspname || '.' || c.conname
  FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace WHERE c.oid >= 16384
  UNION ALL
  SELECT 'pg_am'::regclass, a.oid, 'access method', a.amname FROM pg_am a WHERE a.oid >= 16384
  UNION ALL
  SELECT 'pg_ts_config'::regclass, t.oid, 'text search configuration', n.nspname || '.' || t.cfgname
  FROM pg_ts_config t JOIN pg_namespace n ON n.oid = t.cfgnamespace WHERE t.oid >= 16384
  UNION ALL
  SELECT 'pg_ts_dict'::regclass, t.oid, 'text search dictionary', n.nspname || '.' || t.dictname
  FROM pg_ts_dict t JOIN pg_namespace n ON n.oid = t.dictnamespace WHERE t.oid >= 16384
  UNION ALL
  SELECT 'pg_ts_parser'::regclass, t.oid, 'text search parser', n.nspname || '.' || t.prsname
  FROM pg_ts_parser t JOIN pg_namespace n ON n.oid = t.prsnamespace WHERE t.oid >= 16384
  UNION ALL
  SELECT 'pg_ts_template'::regclass, t.oid, 'text search template', n.nspname || '.' || t.tmplname
  FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace WHERE t.oid >= 16384
  UNION ALL
  SELECT 'pg_event_trigger'::regclass, e.oid, 'event trigger', e.evtname FROM pg_event_trigger e WHERE e.oid >= 16384
  UNION ALL
  SELECT 'pg_publication'::regclass, p.oid, 'publication', p.pubname FROM pg_publication p WHERE p.oid >= 16384
  UNION ALL
  SELECT 'pg_subscription'::regclass, s.oid, 'subscription', s.subname
  FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid WHERE b.datname = current_database()
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, 'statistics', n.nspname || '.' || s.stxname
  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE s.oid >= 16384
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, f.oid, 'foreign data wrapper', f.fdwname
  FROM pg_foreign_data_wrapper f WHERE f.oid >= 16384
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, s.oid, 'server', s.srvname FROM pg_foreign_server s WHERE s.oid >= 16384
  UNION ALL
  SELECT 'pg_user_mapping'::regclass, u.umid, 'user mapping', u.usename || ' on ' || u.srvname FROM pg_user_mappings u
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 'foreign table', n.nspname || '.' || c.relname
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f' AND c.oid >= 16384
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 'language', l.lanname FROM pg_language l WHERE l.oid >= 16384
  UNION ALL
  SELECT 'pg_transform'::regclass, t.oid, 'transform', format_type(t.trftype, NULL) || ' for ' || l.lanname
  FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE t.oid >= 16384
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 'base type', format_type(t.oid, NULL)
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE t.oid >= 16384 AND (t.typtype = 'p' OR t.typtype = 'b' AND t.typelem = 0 OR t.typtype = 'b' AND t.typlen > 0)
  UNION ALL
  SELECT 'pg_default_acl'::regclass, d.oid, 'default privileges',
    CASE d.defaclobjtype
      WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
      WHEN 'n' THEN 'schemas' ELSE d.defaclobjtype::text END || coalesce(' in ' || n.nspname, '')
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
  UNION ALL
  SELECT 0, 0, 'security label', s.objtype || ' ' || s.objname FROM pg_seclabels s
  UNION ALL
  SELECT 'pg_largeobject'::regclass, o.oid, 'large object', o.oid::text FROM pg_largeobject_metadata o
  UNION ALL
  SELECT 0, 0, 'database setting', split_part(setting, '=', 1)
  FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) setting
  WHERE s.setdatabase = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())
) found
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = found.class AND d.objid = found.oid AND d.deptype = 'e')
ORDER BY 1, 2
