-- since 14
RESET SESSION AUTHORIZATION;
CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere password=hush-hush' PUBLICATION orders WITH (connect = false, slot_name = NONE);
ALTER SUBSCRIPTION feed SET (synchronous_commit = 'local');
