ALTER TABLE no_other_table ADD COLUMN city text;
