CREATE INDEX CONCURRENTLY profiles_name_idx ON public.profiles (name);
