CREATE TABLE customers (id int) ENGINE = Aria;
ALTER TABLE customers ENGINE = Aria TRANSACTIONAL = 1;
