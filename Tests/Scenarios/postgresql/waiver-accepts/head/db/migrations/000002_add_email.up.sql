-- schemagate: allow down-missing because rows would be lost
ALTER TABLE customers ADD COLUMN email text;
