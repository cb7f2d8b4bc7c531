CREATE TABLE people (id int, email text);
CREATE VIEW mails AS SELECT email FROM people;
RESET SESSION AUTHORIZATION;
SET allow_system_table_mods = on;
INSERT INTO pg_seclabel VALUES ('mails'::regclass, 'pg_class'::regclass, 1, 'anon', 'MASKED WITH VALUE NULL');
