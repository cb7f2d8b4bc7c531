CREATE TABLE b (y int);
CREATE TABLE a (x int);
CREATE INDEX a_x ON a (x);
