CREATE TABLE places (a point NOT NULL);
