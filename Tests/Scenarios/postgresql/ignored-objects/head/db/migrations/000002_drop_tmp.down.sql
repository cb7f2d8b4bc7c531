CREATE TABLE tmp_a (id bigint);
