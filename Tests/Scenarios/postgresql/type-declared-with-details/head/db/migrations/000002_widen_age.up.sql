-- schemagate: expect alter column customers.age (type int4 -> int8)
ALTER TABLE customers ALTER COLUMN age TYPE bigint;
