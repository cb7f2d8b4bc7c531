DO $$ BEGIN
  IF EXISTS (SELECT FROM customers) THEN RETURN; END IF;
  INSERT INTO customers (id, name) VALUES (1, 'the shop');
  CREATE INDEX customers_name_idx ON customers (name);
END $$;
