--
-- PostgreSQL database dump
--

\restrict fHdoJGkTzMS0bwcBVKhQbYWkEbYXz6tLcn7

-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18

SET statement_timeout = 0;
SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE TABLE public.customers (
    id bigint NOT NULL,
    name text NOT NULL
);

ALTER TABLE public.customers OWNER TO shop;

CREATE TABLE public.schema_migrations (
    version bigint NOT NULL,
    dirty boolean NOT NULL
);

ALTER TABLE public.schema_migrations OWNER TO shop;

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

INSERT INTO public.schema_migrations (version, dirty) VALUES (1, false);

\unrestrict fHdoJGkTzMS0bwcBVKhQbYWkEbYXz6tLcn7
