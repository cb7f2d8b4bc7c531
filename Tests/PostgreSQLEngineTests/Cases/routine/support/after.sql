-- since 14
RESET SESSION AUTHORIZATION;
CREATE FUNCTION f(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER FUNCTION f(text, text) SUPPORT pg_catalog.text_starts_with_support;
