-- since 15
CREATE TABLE people (id int, email text);
CREATE VIEW mails AS SELECT email FROM people;
RESET SESSION AUTHORIZATION;
SET allow_system_table_mods = on;
INSERT INTO pg_seclabel VALUES ('public'::regnamespace, 'pg_namespace'::regclass, 0, 'anon', 'classified');
