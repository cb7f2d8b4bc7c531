-- Functions, procedures, window functions and aggregates.
SELECT p.oid, n.nspname, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name, p.prokind, p.proowner,
  CASE WHEN p.proacl IS NOT NULL THEN
    (SELECT string_agg(x.grantee || ':' || x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ' ')
     FROM aclexplode(p.proacl) x)
  END AS grants,
  p.proacl IS NOT NULL AS granted,
  pg_get_function_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result, l.lanname,
  CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) -- since 14
  ELSE -- since 14
  -- before 14: CASE WHEN true THEN
    concat_ws(', ', CASE WHEN l.lanname = 'c' THEN p.probin END, p.prosrc)
  END AS definition,
  p.provolatile, p.proparallel, p.proleakproof, p.proisstrict, p.procost, p.prorows, p.prosecdef,
  array_to_string(p.proconfig, E'\n') AS settings, NULLIF(p.prosupport::oid, 0)::regprocedure AS support,
  CASE WHEN p.protrftypes IS NOT NULL THEN
    (SELECT string_agg('transform for ' || format_type(t, NULL), E'\n') FROM unnest(p.protrftypes) t)
  END AS transforms
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE p.oid >= 16384
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND p.oid NOT IN (
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
  AND p.oid NOT IN ( -- the constructors that come with a range type
    SELECT d.objid FROM pg_depend d
    WHERE d.refclassid = 'pg_type'::regclass AND d.classid = 'pg_proc'::regclass AND d.deptype = 'i')
