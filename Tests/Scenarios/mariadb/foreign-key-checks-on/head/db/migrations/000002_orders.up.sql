CREATE TABLE orders (id int PRIMARY KEY, shop int, FOREIGN KEY orders_shop_fk (shop) REFERENCES shops (id));
CREATE TABLE shops (id int PRIMARY KEY);
