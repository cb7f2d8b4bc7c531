-- Which catalogues of services hold anything, so that the others are not read.
SELECT 'foreign data wrapper' WHERE EXISTS (SELECT FROM pg_foreign_data_wrapper w WHERE w.oid >= 16384)
UNION ALL
SELECT 'server' WHERE EXISTS (SELECT FROM pg_foreign_server)
UNION ALL
SELECT 'event trigger' WHERE EXISTS (SELECT FROM pg_event_trigger)
UNION ALL
SELECT 'publication' WHERE EXISTS (SELECT FROM pg_publication)
UNION ALL
SELECT 'subscription'
WHERE EXISTS (
  SELECT s.subname FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid
  WHERE b.datname = current_database())
UNION ALL
SELECT 'default privileges' WHERE EXISTS (SELECT FROM pg_default_acl)
