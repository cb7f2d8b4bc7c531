CREATE INDEX CONCURRENTLY users_address_idx ON {{ index .Options "Namespace" }}.users (address);
