-- schemagate: expect alter column customers.age (type integer -> numeric)
ALTER TABLE customers ALTER COLUMN age TYPE bigint;
