CREATE TABLE places (a point);
