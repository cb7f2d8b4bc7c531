CREATE COLLATION names (PROVIDER = libc, LOCALE = 'C');
COMMENT ON COLLATION names IS 'byte by byte';
