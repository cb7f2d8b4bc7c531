-- Table constraints; what a partition or a child has only because its parent has it is left out.
SELECT con.oid, con.conrelid, con.conname, con.contype, pg_get_constraintdef(con.oid) AS definition,
  con.convalidated, con.condeferrable, con.condeferred, con.connoinherit,
  array_to_string(con.conkey, ' ') AS columns, con.confrelid, array_to_string(con.confkey, ' ') AS referenced,
  CASE WHEN con.contype <> 'f' THEN con.conindid ELSE 0 END AS index,
  CASE WHEN con.contype = 'f' THEN
    (SELECT max(t.tgenabled::text) FROM pg_trigger t WHERE t.tgconstraint = con.oid AND t.tgenabled <> 'O')
  END AS enabled
FROM pg_constraint con
WHERE con.contype IN ('p', 'u', 'f', 'c', 'x') AND con.conrelid >= 16384
  AND NOT (con.contype = 'f' AND con.conparentid <> 0)
  AND NOT (con.contype = 'c' AND con.coninhcount > 0 AND NOT con.conislocal)
  -- only: AND con.conrelid = ANY ($1::oid[])
