INSERT INTO customers (id, name) VALUES (1, 'the shop');
ALTER TABLE customers ADD COLUMN email text;
