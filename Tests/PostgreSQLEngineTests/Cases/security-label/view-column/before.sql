CREATE TABLE people (id int, email text);
CREATE VIEW mails AS SELECT email FROM people;
RESET SESSION AUTHORIZATION;
SET allow_system_table_mods = on;
