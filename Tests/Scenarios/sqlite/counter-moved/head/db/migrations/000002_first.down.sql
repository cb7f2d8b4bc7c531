DELETE FROM customers WHERE name = 'first';
