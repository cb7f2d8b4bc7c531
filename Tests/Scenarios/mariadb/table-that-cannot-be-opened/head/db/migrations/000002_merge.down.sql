DROP TABLE whole;
