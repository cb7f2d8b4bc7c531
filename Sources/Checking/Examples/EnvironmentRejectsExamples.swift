extension EnvironmentRejects {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              environments: {production: db/production.sql}
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/production.sql": """
          -- schemagate snapshot, version 1
          -- engine: sqlite 3.40
          -- applied: 001

          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          CREATE INDEX customers_email_idx ON customers (email);
          """,
        ],
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ],
        says:
          "On `production` as snapshotted the database rejects `002_index.sql`: index customers_email_idx already exists (SQLITE_ERROR)"
      ),
      staysQuiet: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              environments: {production: db/production.sql}
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/production.sql": """
          -- schemagate snapshot, version 1
          -- engine: sqlite 3.40
          -- applied: 001

          CREATE TABLE customers (id integer PRIMARY KEY, email text);

          """,
        ],
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
