-- This database's subscriptions. How they connect is never read.
SELECT s.oid, s.subname, s.subowner, s.subenabled, -- since 14
  -- Before version 14 its number stands in this view alone, which doesn't tell databases apart.
  -- before 14: SELECT (SELECT CASE WHEN count(DISTINCT v.subid) = 1 THEN max(v.subid) ELSE 0 END
  -- before 14:   FROM pg_stat_subscription v WHERE v.subname = s.subname) AS oid, s.subname, s.subowner, s.subenabled,
  array_to_string(s.subpublications, E'\n') AS publications,
  concat_ws(E'\n',
    'slot_name=' || coalesce(s.subslotname, 'NONE'),
    'synchronous_commit=' || s.subsynccommit, -- since 14
    'binary=' || s.subbinary, -- since 14
    'streaming=' || CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' WHEN 'true' THEN 'on' ELSE 'off' END, -- since 14
    'two_phase=' || (s.subtwophasestate <> 'd'), -- since 15
    'disable_on_error=' || s.subdisableonerr, -- since 15
    'origin=' || s.suborigin, -- since 16
    'password_required=' || s.subpasswordrequired, -- since 16
    'run_as_owner=' || s.subrunasowner, -- since 16
    'failover=' || s.subfailover, -- since 17
    NULL) AS options
FROM pg_subscription s
JOIN pg_database b ON b.oid = s.subdbid
WHERE b.datname = current_database()
