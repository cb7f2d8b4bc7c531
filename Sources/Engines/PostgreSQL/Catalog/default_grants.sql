-- What an owner and everyone may do while nothing was granted or revoked, per kind of object.
SELECT kind, coalesce(string_agg(x.grantee || ':' || x.privilege_type, ' '), '')
FROM unnest(ARRAY['r', 's', 'f', 'n', 'T', 'd', 'l', 'F', 'S']) kind
LEFT JOIN LATERAL aclexplode(acldefault(kind::"char", 10)) x ON true
GROUP BY kind
