CREATE TABLE t (a int CONSTRAINT t_pkey PRIMARY KEY);
COMMENT ON INDEX t_pkey IS 'the index, not the key';
