-- Writes the query that finds what users made and that nobody but its reader has to know of (in psql: end with \gexec).
-- It looks into every catalogue that the server has, so that those of later versions are looked into as well.
SELECT 'WITH temporary AS (
  SELECT n.oid FROM pg_namespace n WHERE n.nspname ~ ''^pg_(toast_)?temp_''
), hidden AS (
  SELECT c.oid, c.relpersistence = ''t'' AS is_temporary FROM pg_class c
  WHERE c.oid >= 16384 AND (c.relnamespace = 99 OR c.relpersistence = ''t'' OR c.oid IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = ''pg_extension''::regclass AND d.classid = ''pg_class''::regclass AND d.deptype = ''e''))
), hidden_index AS (
  SELECT i.indexrelid FROM pg_index i JOIN hidden h ON h.oid = i.indrelid
), part AS (
  -- What is made along with something else, and what belongs to an extension.
  SELECT d.classid, d.objid FROM pg_depend d
  WHERE d.deptype = ''e'' OR d.deptype = ''i'' AND NOT (d.classid = ''pg_trigger''::regclass AND d.objid IN (
    SELECT t.oid FROM pg_trigger t WHERE NOT t.tgisinternal))
)
SELECT found.class, string_agg(found.oid::text, '' '')
FROM ('
|| string_agg(format('SELECT %s::oid AS class, %s AS oid FROM %s',
  CASE c.relname WHEN 'pg_largeobject_metadata' THEN 'pg_largeobject'::regclass::oid ELSE c.oid END,
  CASE WHEN c.relname = 'pg_user_mapping' THEN 'o.umid'
    WHEN has_column_privilege(c.oid, 'oid', 'SELECT') THEN 'o.oid' ELSE '0' END,
  CASE WHEN c.relname = 'pg_user_mapping' THEN 'pg_user_mappings o'
    WHEN has_column_privilege(c.oid, 'oid', 'SELECT') THEN format('pg_catalog.%I o WHERE o.oid >= 16384', c.relname)
    ELSE 'generate_series(1, 1)' END
  || CASE c.relname
    -- Their numbers are chosen by users, who may choose low ones.
    WHEN 'pg_largeobject_metadata' THEN ' OR true'
    WHEN 'pg_namespace' THEN ' AND o.oid NOT IN (SELECT t.oid FROM temporary t)'
    WHEN 'pg_class' THEN
      ' AND o.oid NOT IN (SELECT h.oid FROM hidden h) AND o.oid NOT IN (SELECT h.indexrelid FROM hidden_index h)'
    WHEN 'pg_type' THEN ' AND o.typnamespace NOT IN (SELECT t.oid FROM temporary t)'
    WHEN 'pg_proc' THEN ' AND o.pronamespace NOT IN (SELECT t.oid FROM temporary t)'
    -- A domain and a column show constraints of theirs themselves, and so does a constraint trigger; a child has
    -- its parent's.
    WHEN 'pg_constraint' THEN
      ' AND o.contypid = 0 AND o.contype NOT IN (''t'', ''n'') AND NOT (o.conparentid <> 0 AND o.contype = ''f'')
        AND (o.conislocal OR o.coninhcount = 0 OR o.contype <> ''c'')
        AND o.conrelid NOT IN (SELECT h.oid FROM hidden h)'
    WHEN 'pg_trigger' THEN
      ' AND NOT o.tgisinternal AND o.tgparentid = 0 AND o.tgrelid NOT IN (SELECT h.oid FROM hidden h)'
    WHEN 'pg_rewrite' THEN ' AND o.ev_class NOT IN (SELECT h.oid FROM hidden h)'
    WHEN 'pg_statistic_ext' THEN ' AND o.stxrelid NOT IN (SELECT h.oid FROM hidden h)'
    WHEN 'pg_policy' THEN ' AND o.polrelid NOT IN (SELECT h.oid FROM hidden h WHERE h.is_temporary)'
    WHEN 'pg_subscription' THEN
      ' AND o.subdbid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())'
    -- One that was only named in advance is nothing yet, to pg_dump as well.
    WHEN 'pg_operator' THEN ' AND o.oprcode <> 0'
    -- An operator family shows its members, unless it is the system's.
    WHEN 'pg_amop' THEN ' AND o.amopfamily < 16384'
    WHEN 'pg_amproc' THEN ' AND o.amprocfamily < 16384'
    ELSE '' END), '
  UNION ALL ')
|| ') found
WHERE NOT EXISTS (SELECT FROM part p WHERE p.classid = found.class AND p.objid = found.oid)
GROUP BY found.class'
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid' AND a.attnum > 0
WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND c.oid < 16384
  -- Parts of a column, a type or a publication, and what stands beside the database rather than in it.
  AND c.relname NOT IN ('pg_attrdef', 'pg_enum', 'pg_publication_rel', 'pg_publication_namespace', 'pg_authid',
    'pg_auth_members', 'pg_database')
  -- Before version 14 a subscription's number is hidden, so that its object can't be told by it.
  -- before 14: AND c.relname <> 'pg_subscription'
