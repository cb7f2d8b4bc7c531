-- Create "users" table
CREATE TABLE "users" ("id" bigserial NOT NULL, "name" text NOT NULL, PRIMARY KEY ("id"));
-- Create "posts" table
CREATE TABLE "posts" ("id" bigserial NOT NULL, PRIMARY KEY ("id"));
