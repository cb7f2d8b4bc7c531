-- What a table inherits from, or is a partition of; what an index is a partition of.
SELECT i.inhrelid, quote_ident(n.nspname) || '.' || quote_ident(p.relname)
  || CASE WHEN i.inhdetachpending THEN ' DETACH PENDING' ELSE '' END -- since 14
FROM pg_inherits i
JOIN pg_class p ON p.oid = i.inhparent
JOIN pg_namespace n ON n.oid = p.relnamespace
ORDER BY i.inhrelid, i.inhseqno
