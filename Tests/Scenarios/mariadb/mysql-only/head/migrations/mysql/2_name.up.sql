ALTER TABLE customers ADD COLUMN name varchar(100) GENERATED ALWAYS AS (doc ->> '$.name') STORED;
