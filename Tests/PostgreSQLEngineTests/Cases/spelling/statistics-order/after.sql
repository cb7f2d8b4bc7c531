CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE STATISTICS st (dependencies, ndistinct) ON age, email FROM public.users;
