CREATE TABLE one (a int);
CREATE TABLE two (b int);
CREATE TABLE t (b int) INHERITS (one);
