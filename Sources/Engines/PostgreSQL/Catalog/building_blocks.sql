-- Which catalogues of building blocks hold anything of the users' own; most databases hold nothing in any of them.
SELECT 'pg_operator'::regclass::oid AS catalogue WHERE EXISTS (SELECT FROM pg_operator WHERE oid >= 16384)
UNION ALL SELECT 'pg_opclass'::regclass WHERE EXISTS (SELECT FROM pg_opclass WHERE oid >= 16384)
UNION ALL SELECT 'pg_opfamily'::regclass WHERE EXISTS (SELECT FROM pg_opfamily WHERE oid >= 16384)
UNION ALL SELECT 'pg_cast'::regclass WHERE EXISTS (SELECT FROM pg_cast WHERE oid >= 16384)
UNION ALL SELECT 'pg_collation'::regclass WHERE EXISTS (SELECT FROM pg_collation WHERE oid >= 16384)
UNION ALL SELECT 'pg_conversion'::regclass WHERE EXISTS (SELECT FROM pg_conversion WHERE oid >= 16384)
UNION ALL SELECT 'pg_am'::regclass WHERE EXISTS (SELECT FROM pg_am WHERE oid >= 16384)
UNION ALL SELECT 'pg_language'::regclass WHERE EXISTS (SELECT FROM pg_language WHERE oid >= 16384)
UNION ALL SELECT 'pg_transform'::regclass WHERE EXISTS (SELECT FROM pg_transform WHERE oid >= 16384)
UNION ALL SELECT 'pg_ts_parser'::regclass WHERE EXISTS (SELECT FROM pg_ts_parser WHERE oid >= 16384)
UNION ALL SELECT 'pg_ts_template'::regclass WHERE EXISTS (SELECT FROM pg_ts_template WHERE oid >= 16384)
UNION ALL SELECT 'pg_ts_dict'::regclass WHERE EXISTS (SELECT FROM pg_ts_dict WHERE oid >= 16384)
UNION ALL SELECT 'pg_ts_config'::regclass WHERE EXISTS (SELECT FROM pg_ts_config WHERE oid >= 16384)
UNION ALL SELECT 'pg_statistic_ext'::regclass WHERE EXISTS (SELECT FROM pg_statistic_ext WHERE oid >= 16384)
UNION ALL SELECT 'pg_type'::regclass WHERE EXISTS (
  SELECT FROM pg_type t
  WHERE t.oid >= 16384 AND (
    t.typtype = 'p' OR t.typtype = 'b' AND (t.typelem = 0 OR t.typlen > 0 OR t.typcategory <> 'A' OR t.typname NOT LIKE '\_%')))
