CREATE TABLE one (a int);
CREATE TABLE two (b int);
CREATE TABLE t () INHERITS (one, two);
