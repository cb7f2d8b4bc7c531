-- Text search configurations, with the dictionaries that each kind of token is looked up in, in their order.
SELECT c.oid, n.nspname, c.cfgname, c.cfgowner,
  'PARSER = ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) AS definition,
  (SELECT string_agg(mapping, E'\n')
   FROM (
     SELECT (SELECT t.alias FROM ts_token_type(c.cfgparser) t WHERE t.tokid = m.maptokentype) || ': '
       || string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', ' ORDER BY m.mapseqno) AS mapping
     FROM pg_ts_config_map m
     JOIN pg_ts_dict d ON d.oid = m.mapdict
     JOIN pg_namespace dn ON dn.oid = d.dictnamespace
     WHERE m.mapcfg = c.oid
     GROUP BY m.maptokentype
   ) each) AS mappings
FROM pg_ts_config c
JOIN pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_namespace pn ON pn.oid = p.prsnamespace
WHERE c.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_ts_config'::regclass AND d.objid = c.oid AND d.deptype = 'e')
