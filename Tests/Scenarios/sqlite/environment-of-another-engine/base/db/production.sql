-- schemagate snapshot, version 1
-- engine: mariadb 10.11
-- applied: 1

CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
