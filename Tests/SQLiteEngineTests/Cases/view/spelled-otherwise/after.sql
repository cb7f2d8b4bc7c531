CREATE TABLE t (a TEXT, b TEXT);
create view IF NOT EXISTS v as select "a",`b`
 from t -- all
 where a!='x';
