-- The words for roles, quoted as SQL would need it.
SELECT r.oid, quote_ident(r.rolname) FROM pg_roles r
