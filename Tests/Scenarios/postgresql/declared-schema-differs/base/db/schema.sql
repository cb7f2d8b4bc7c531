CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, note varchar(20));
