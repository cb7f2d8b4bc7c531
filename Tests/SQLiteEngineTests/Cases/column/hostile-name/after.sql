CREATE TABLE t ("a  b" TEXT);
