--
-- PostgreSQL database dump
--

\restrict 9wGeXqVYoJHxPphB

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);
ALTER TABLE public.schema_migrations OWNER TO shop;

CREATE TABLE public.users (
    id integer NOT NULL,
    email text,
    note text
);
ALTER TABLE public.users OWNER TO shop;

COPY public.schema_migrations (version) FROM stdin;
20260101000000
\.

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE INDEX users_email_idx ON public.users USING btree (email);

\unrestrict 9wGeXqVYoJHxPphB
