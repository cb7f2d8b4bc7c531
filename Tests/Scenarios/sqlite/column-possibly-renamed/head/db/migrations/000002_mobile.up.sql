CREATE TABLE customers_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mobile TEXT);
INSERT INTO customers_new SELECT id, name, phone FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
