-- since 17
CREATE COLLATION c (PROVIDER = builtin, LOCALE = 'C.UTF-8');
