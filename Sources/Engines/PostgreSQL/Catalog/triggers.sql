-- Triggers that somebody made; a partition's copies of its parent's are left out.
SELECT t.oid, t.tgrelid, t.tgname, pg_get_triggerdef(t.oid) AS definition, t.tgenabled
FROM pg_trigger t
WHERE NOT t.tgisinternal AND t.tgparentid = 0
