ALTER TABLE customers ADD UNIQUE INDEX customers_name_uq (name);
