CREATE TABLE customers (id int PRIMARY KEY, a point NOT NULL SRID 4326);
