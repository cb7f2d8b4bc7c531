extension BaseRejected {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_name_idx ON customers (name);
          -- migrate:down
          DROP INDEX customers_name_idx;
          """,
        ],
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_name_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_name_idx;
          """
        ],
        says:
          "Base doesn't build, and head mends it: the database rejects `002_index.sql`: no such column: name (SQLITE_ERROR)"
      ),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ]))
  }
}
