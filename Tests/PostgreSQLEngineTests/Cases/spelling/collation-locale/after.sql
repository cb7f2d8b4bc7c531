CREATE COLLATION public.names (LC_CTYPE = 'C', LC_COLLATE = "C");
