DROP TABLE "@all | <!-- `x` -->";
