create table t (a integer not null primary key) without rowid, strict;
