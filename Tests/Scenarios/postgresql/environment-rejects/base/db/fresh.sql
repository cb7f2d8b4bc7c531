-- schemagate snapshot, version 1
-- engine: postgresql 15
-- applied: 20260101000000
-- applied: 20260102000000

CREATE TABLE public.users (id integer NOT NULL, email text, legacy text);
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE TABLE public.orders (id integer NOT NULL, buyer integer);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders
  ADD CONSTRAINT orders_buyer_fkey FOREIGN KEY (buyer) REFERENCES public.users(id);
