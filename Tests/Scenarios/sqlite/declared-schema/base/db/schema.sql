CREATE TABLE IF NOT EXISTS "schema_migrations" (version varchar(128) primary key);
CREATE TABLE orders (id integer PRIMARY KEY, total real);
-- Dbmate schema migrations
INSERT INTO "schema_migrations" (version) VALUES
  ('1');
