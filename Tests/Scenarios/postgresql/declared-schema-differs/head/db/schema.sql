CREATE TABLE orders (
  id bigint PRIMARY KEY,
  total numeric CONSTRAINT orders_total_check CHECK (total >= 0),
  note varchar(20)
);
GRANT SELECT ON orders TO PUBLIC;
