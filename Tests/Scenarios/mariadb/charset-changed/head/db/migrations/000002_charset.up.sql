-- schemagate: expect alter table customers because all names are ASCII
-- schemagate: expect alter column customers.name because all names are ASCII
-- schemagate: expect alter column customers.phone because all names are ASCII
ALTER TABLE customers CONVERT TO CHARACTER SET latin1;
