CREATE TABLE customers (id int) ENGINE = Aria;
