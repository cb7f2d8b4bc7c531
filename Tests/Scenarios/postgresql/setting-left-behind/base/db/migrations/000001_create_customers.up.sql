SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.customers (id bigint PRIMARY KEY, name text NOT NULL, phone text);
