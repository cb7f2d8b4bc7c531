-- What stands in the catalogue now, and what of it was written by transaction $1 or by one that ended after it.
-- One row for each catalogue: the numbers that stand, and the relations (of `name`: the objects) that were written.
WITH since AS (SELECT age($1::xid) AS age)
SELECT 'moment' AS catalogue, ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint) & 4294967295)::text AS present,
  NULL AS written
UNION ALL
SELECT 'relation', array_to_string(array_agg(c.oid), ' '),
  array_to_string(array_agg(c.oid) FILTER (WHERE age(c.xmin) <= (SELECT age FROM since)), ' ')
FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
UNION ALL
SELECT 'index', array_to_string(array_agg(i.indexrelid), ' '),
  array_to_string(array_agg(i.indrelid) FILTER (
    WHERE age(i.xmin) <= (SELECT age FROM since) OR age(c.xmin) <= (SELECT age FROM since)), ' ')
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid >= 16384 AND c.relnamespace <> 99
UNION ALL
SELECT 'constraint', array_to_string(array_agg(con.oid), ' '),
  array_to_string(array_agg(con.conrelid) FILTER (WHERE age(con.xmin) <= (SELECT age FROM since)), ' ')
FROM pg_constraint con WHERE con.conrelid >= 16384
UNION ALL
-- The column that a sequence belongs to stands nowhere else.
SELECT 'belonging', array_to_string(array_agg(d.objid), ' '),
  array_to_string(array_agg(d.objid) FILTER (WHERE age(d.xmin) <= (SELECT age FROM since)), ' ')
FROM pg_depend d
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  AND d.objsubid = 0 AND d.deptype IN ('a', 'i') AND d.objid IN (SELECT s.seqrelid FROM pg_sequence s)
UNION ALL
-- What has no number of its own, or never goes without its relation.
SELECT 'part', NULL, array_to_string(array_agg(w.relation), ' ')
FROM (
  SELECT a.attrelid AS relation FROM pg_attribute a WHERE age(a.xmin) <= (SELECT age FROM since)
  UNION SELECT d.adrelid FROM pg_attrdef d WHERE age(d.xmin) <= (SELECT age FROM since)
  UNION SELECT s.seqrelid FROM pg_sequence s WHERE age(s.xmin) <= (SELECT age FROM since)
  UNION SELECT r.ev_class FROM pg_rewrite r WHERE age(r.xmin) <= (SELECT age FROM since)
  UNION SELECT p.partrelid FROM pg_partitioned_table p WHERE age(p.xmin) <= (SELECT age FROM since)
  UNION SELECT f.ftrelid FROM pg_foreign_table f WHERE age(f.xmin) <= (SELECT age FROM since)
  UNION SELECT c.oid FROM pg_class c
    WHERE c.reltoastrelid IN (SELECT t.oid FROM pg_class t WHERE age(t.xmin) <= (SELECT age FROM since))
  UNION SELECT con.conrelid FROM pg_trigger g JOIN pg_constraint con ON con.oid = g.tgconstraint
    WHERE age(g.xmin) <= (SELECT age FROM since)
) w
UNION ALL
-- Whatever a definition can mention by name. Numbers are unique within one catalogue only.
SELECT 'name ' || n.catalogue, array_to_string(array_agg(n.oid) FILTER (WHERE n.oid >= 16384), ' '),
  array_to_string(array_agg(n.oid) FILTER (WHERE age(n.written) <= (SELECT age FROM since)), ' ')
FROM (
  SELECT 'type' AS catalogue, oid, xmin AS written FROM pg_type
  UNION ALL SELECT 'routine', oid, xmin FROM pg_proc
  UNION ALL SELECT 'schema', oid, xmin FROM pg_namespace
  UNION ALL SELECT 'collation', oid, xmin FROM pg_collation
  UNION ALL SELECT 'operator', oid, xmin FROM pg_operator
  UNION ALL SELECT 'operator class', oid, xmin FROM pg_opclass
  UNION ALL SELECT 'operator family', oid, xmin FROM pg_opfamily
  UNION ALL SELECT 'access method', oid, xmin FROM pg_am
  UNION ALL SELECT 'label', oid, xmin FROM pg_enum
  UNION ALL SELECT 'text search configuration', oid, xmin FROM pg_ts_config
  UNION ALL SELECT 'text search dictionary', oid, xmin FROM pg_ts_dict
  UNION ALL SELECT 'tablespace', oid, xmin FROM pg_tablespace
  UNION ALL SELECT 'server', oid, xmin FROM pg_foreign_server
) n GROUP BY n.catalogue
UNION ALL
-- An extension's members are left out of the schema.
SELECT 'member', array_to_string(array_agg(d.objid), ' '), NULL
FROM pg_depend d WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
