-- schemagate: expect add index customers.customers_name_uq on customers
ALTER TABLE customers ADD UNIQUE INDEX customers_name_uq (name);
