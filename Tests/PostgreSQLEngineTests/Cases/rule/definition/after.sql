CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, age integer);
CREATE RULE r AS ON DELETE TO users WHERE old.age > 3 DO INSTEAD NOTHING;
