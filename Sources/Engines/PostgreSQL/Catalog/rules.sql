-- Rules, besides those that a view is made of.
SELECT r.oid, r.ev_class, r.rulename, pg_get_ruledef(r.oid) AS definition, r.ev_enabled
FROM pg_rewrite r
WHERE r.rulename <> '_RETURN' AND r.oid >= 16384
