DROP TABLE customers;
DROP TABLE tmp_a;
