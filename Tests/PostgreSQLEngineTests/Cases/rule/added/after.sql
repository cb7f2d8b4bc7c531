CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING;
