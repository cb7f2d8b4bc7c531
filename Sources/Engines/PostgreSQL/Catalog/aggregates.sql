-- What an aggregate is made of, in the words of CREATE AGGREGATE.
SELECT a.aggfnoid::oid, concat_ws(', ',
  'SFUNC = ' || a.aggtransfn::oid::regprocedure,
  'STYPE = ' || format_type(a.aggtranstype, NULL),
  'SSPACE = ' || NULLIF(a.aggtransspace, 0),
  'FINALFUNC = ' || NULLIF(a.aggfinalfn::oid, 0)::regprocedure,
  CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
  CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC_MODIFY = ' || a.aggfinalmodify::text END,
  'COMBINEFUNC = ' || NULLIF(a.aggcombinefn::oid, 0)::regprocedure,
  'SERIALFUNC = ' || NULLIF(a.aggserialfn::oid, 0)::regprocedure,
  'DESERIALFUNC = ' || NULLIF(a.aggdeserialfn::oid, 0)::regprocedure,
  'INITCOND = ' || quote_literal(a.agginitval),
  'MSFUNC = ' || NULLIF(a.aggmtransfn::oid, 0)::regprocedure,
  'MINVFUNC = ' || NULLIF(a.aggminvtransfn::oid, 0)::regprocedure,
  'MSTYPE = ' || format_type(NULLIF(a.aggmtranstype, 0), NULL),
  'MSSPACE = ' || NULLIF(a.aggmtransspace, 0),
  'MFINALFUNC = ' || NULLIF(a.aggmfinalfn::oid, 0)::regprocedure,
  CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
  CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC_MODIFY = ' || a.aggmfinalmodify::text END,
  'MINITCOND = ' || quote_literal(a.aggminitval),
  'SORTOP = ' || NULLIF(a.aggsortop::oid, 0)::regoperator,
  CASE a.aggkind WHEN 'h' THEN 'HYPOTHETICAL' WHEN 'o' THEN 'ORDERED SET' END) AS definition
FROM pg_aggregate a
WHERE a.aggfnoid::oid >= 16384
