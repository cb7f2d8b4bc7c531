-- Users of the shop.

-- migrate:up
CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL);

-- migrate:down
DROP TABLE users;
