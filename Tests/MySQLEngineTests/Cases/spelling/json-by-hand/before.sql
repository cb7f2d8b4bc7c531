CREATE TABLE a (a json);
