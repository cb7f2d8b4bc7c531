CREATE TABLE t (a int, c text);
