extension SchemaMismatch {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              schema: db/schema.sql
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/schema.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
        ],
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        says: "The migrations make column `customers.name`, which `db/schema.sql` doesn't declare"),
      staysQuiet: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              schema: db/schema.sql
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/schema.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
        ],
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """,
          "db/schema.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text, name text);",
        ]))
  }
}
