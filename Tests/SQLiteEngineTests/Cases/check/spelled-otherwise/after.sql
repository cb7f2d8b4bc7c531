CREATE TABLE t (a INTEGER CHECK (("A"<>0 and LENGTH([a])<5 /* short */)));
