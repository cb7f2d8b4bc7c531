-- +goose Up
-- the first table
CREATE TABLE users (
  id serial PRIMARY KEY, -- a number;
  name text NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
-- +goose StatementEnd

-- +goose Down
DROP FUNCTION touch();
DROP TABLE users;
