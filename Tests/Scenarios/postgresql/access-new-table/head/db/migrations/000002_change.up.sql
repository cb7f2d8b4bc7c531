CREATE TABLE drafts (id bigint PRIMARY KEY);
GRANT SELECT ON drafts TO PUBLIC;
CREATE FUNCTION count_drafts() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.drafts';
