-- since 16
CREATE COLLATION c (PROVIDER = icu, LOCALE = 'und', RULES = '&a < g');
