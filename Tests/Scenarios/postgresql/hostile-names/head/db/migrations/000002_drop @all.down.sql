ALTER TABLE "@all | <!-- `x` -->" ADD COLUMN "#1 ""a""" text;
