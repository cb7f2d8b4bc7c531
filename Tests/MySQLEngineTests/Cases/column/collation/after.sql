CREATE TABLE customers (id int PRIMARY KEY, a varchar(10) COLLATE utf8mb4_bin);
