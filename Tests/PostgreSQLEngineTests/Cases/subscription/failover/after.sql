-- since 17
RESET SESSION AUTHORIZATION;
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, failover = true);
