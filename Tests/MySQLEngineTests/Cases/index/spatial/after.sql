CREATE TABLE places (a point NOT NULL, SPATIAL INDEX a (a));
