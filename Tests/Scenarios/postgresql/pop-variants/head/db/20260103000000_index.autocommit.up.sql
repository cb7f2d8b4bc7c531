CREATE INDEX CONCURRENTLY users_address_idx ON {{ .Options.Namespace }}.users (address);
