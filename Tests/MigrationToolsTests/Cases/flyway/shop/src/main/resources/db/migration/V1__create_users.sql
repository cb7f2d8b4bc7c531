-- the users
CREATE TABLE users (id serial PRIMARY KEY, name text);
GRANT SELECT ON users TO ${owner};
