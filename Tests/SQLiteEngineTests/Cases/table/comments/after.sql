CREATE TABLE t (
  a TEXT, -- the first, with a ' and a (
  /* , c TEXT */ b TEXT
);
