DROP TABLE shops;
DROP TABLE orders;
