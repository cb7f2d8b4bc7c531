ALTER TABLE customers ADD COLUMN email varchar(255);

ALTER TABLE customers
  ADDD COLUMN city varchar(50);
