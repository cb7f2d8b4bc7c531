CREATE TABLE t (id integer NOT NULL);
CREATE SEQUENCE t_id_seq AS integer;
ALTER TABLE t ALTER id SET DEFAULT nextval('t_id_seq');
ALTER SEQUENCE t_id_seq OWNED BY t.id;
