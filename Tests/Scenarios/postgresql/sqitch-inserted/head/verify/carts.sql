SELECT id FROM carts;
