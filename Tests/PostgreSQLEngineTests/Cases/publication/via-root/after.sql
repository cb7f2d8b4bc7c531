CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE items (id int PRIMARY KEY);
RESET SESSION AUTHORIZATION;
CREATE PUBLICATION feed FOR TABLE orders;
ALTER PUBLICATION feed SET (publish_via_partition_root = true);
