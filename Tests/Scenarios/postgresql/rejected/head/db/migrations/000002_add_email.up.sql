-- one
ALTER TABLE customers ADD COLUMN email text;
ALTER TABLE no_such_table ADD COLUMN email text;
