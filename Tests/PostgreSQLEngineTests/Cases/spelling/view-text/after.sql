CREATE TABLE t (a int, b int);
CREATE VIEW v AS select t.a, t.b from public.t where a = ANY (ARRAY[1, 2]);
