CREATE TABLE t (a TEXT, b TEXT);
create index if not exists main."i" on [t]("a",LOWER( B )) where (b='x');
