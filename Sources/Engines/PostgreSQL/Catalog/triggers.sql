-- Triggers that somebody made; a partition's copies of its parent's only where they aren't enabled as that one is.
SELECT t.oid, t.tgrelid, t.tgname, pg_get_triggerdef(t.oid) AS definition, t.tgenabled
FROM pg_trigger t
LEFT JOIN pg_trigger p ON p.oid = t.tgparentid
WHERE (p.oid IS NULL AND NOT t.tgisinternal OR NOT p.tgisinternal AND p.tgenabled <> t.tgenabled)
