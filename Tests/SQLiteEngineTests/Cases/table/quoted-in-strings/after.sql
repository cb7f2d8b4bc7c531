CREATE TABLE 't' ('a' TEXT, 'b' TEXT, PRIMARY KEY ('a'));
