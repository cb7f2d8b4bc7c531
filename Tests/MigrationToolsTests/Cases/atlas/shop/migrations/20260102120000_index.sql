-- atlas:txmode none

-- Create index "users_name"
CREATE INDEX CONCURRENTLY "users_name" ON "users" ("name");
