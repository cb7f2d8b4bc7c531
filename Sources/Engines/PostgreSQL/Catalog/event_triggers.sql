-- Event triggers.
SELECT e.oid, e.evtname, e.evtowner, e.evtevent, e.evtfoid::regproc AS function, e.evtenabled,
  array_to_string(e.evttags, E'\n') AS tags
FROM pg_event_trigger e
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_event_trigger'::regclass
    AND d.objid = e.oid AND d.deptype = 'e')
