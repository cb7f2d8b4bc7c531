ALTER TABLE nosuch ADD COLUMN email text;
-- down
