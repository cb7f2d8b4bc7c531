ALTER TABLE "@all | <!-- `x` -->" DROP COLUMN "#1 ""a""";
