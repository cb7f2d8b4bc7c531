DROP TABLE tmp_a;
