-- since 16
RESET SESSION AUTHORIZATION;
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, origin = none, password_required = false, run_as_owner = true);
