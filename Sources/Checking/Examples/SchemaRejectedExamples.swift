extension SchemaRejected {
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
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """,
          "db/schema.sql": """
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          CREATE TABLE orders (id integer PRIMARY KEY, total integer
          """,
        ],
        says: "The database rejects the declared schema `db/schema.sql`: incomplete input (SQLITE_ERROR)"),
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
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """,
          "db/schema.sql": """
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          """,
        ]))
  }
}
