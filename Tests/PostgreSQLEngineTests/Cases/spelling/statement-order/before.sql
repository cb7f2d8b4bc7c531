CREATE TABLE a (x int);
CREATE TABLE b (y int);
CREATE INDEX a_x ON a (x);
