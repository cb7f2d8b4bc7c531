ALTER TABLE nowhere ADD COLUMN city varchar(50);
