-- Operators. One that was only named in advance, as another's commutator, has no function and can't be used.
SELECT o.oid, n.nspname,
  o.oprname || '(' || coalesce(format_type(NULLIF(o.oprleft, 0), NULL), 'NONE') || ', '
    || coalesce(format_type(NULLIF(o.oprright, 0), NULL), 'NONE') || ')' AS name,
  o.oprowner, o.oprcode::oid::regprocedure AS function,
  concat_ws(', ',
    'COMMUTATOR = ' || NULLIF(o.oprcom, 0)::regoperator,
    'NEGATOR = ' || NULLIF(o.oprnegate, 0)::regoperator,
    'RESTRICT = ' || NULLIF(o.oprrest::oid, 0)::regprocedure,
    'JOIN = ' || NULLIF(o.oprjoin::oid, 0)::regprocedure,
    CASE WHEN o.oprcanhash THEN 'HASHES' END,
    CASE WHEN o.oprcanmerge THEN 'MERGES' END) AS definition
FROM pg_operator o
JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oid >= 16384 AND o.oprcode <> 0
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = 'pg_operator'::regclass AND d.objid = o.oid AND d.deptype = 'e')
