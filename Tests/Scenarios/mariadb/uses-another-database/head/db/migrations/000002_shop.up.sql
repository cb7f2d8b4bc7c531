CREATE DATABASE shop;
USE shop;
CREATE TABLE orders (id int);
