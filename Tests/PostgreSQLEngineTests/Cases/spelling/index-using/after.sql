CREATE TABLE t (a int);
CREATE INDEX i ON public.t USING btree (a ASC NULLS LAST);
