mkdir bookshop && cd bookshop
git init --quiet --initial-branch main
mkdir -p db/migrations .github
cat > db/migrations/20260105090000_create_customers.sql <<'SQL'
-- migrate:up
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  phone text,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- migrate:down
DROP TABLE customers;
SQL
git add . && git commit --quiet -m "Create customers"
