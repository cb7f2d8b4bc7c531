extension EnvironmentDiffers {
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
          CREATE TABLE orders (id integer PRIMARY KEY);
          """,
        ],
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE IF NOT EXISTS orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """
        ],
        says:
          "On `production` as snapshotted the migrations lead to another schema: 1 object differs that did not differ before"
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
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE IF NOT EXISTS orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """
        ]))
  }
}
