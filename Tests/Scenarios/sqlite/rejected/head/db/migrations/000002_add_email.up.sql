ALTER TABLE customers ADD COLUMN email TEXT;
ALTER TABLE no_such_table ADD COLUMN email TEXT;
