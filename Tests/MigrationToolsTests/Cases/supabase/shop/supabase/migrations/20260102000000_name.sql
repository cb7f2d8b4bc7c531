ALTER TABLE public.profiles ADD name text;
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
