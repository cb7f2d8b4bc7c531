extension WaiverExpired {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "schemagate.yml": """
          targets: {shop: {engine: sqlite, migrations: db/migrations}}
          allow:
            - {rule: down-empty, because: "we go forward only", until: 2020-01-31}
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          -- nothing to do
          """
        ],
        says: "The waiver of `down-empty` ended on 2020-01-31; its reason was: we go forward only"),
      staysQuiet: RuleExample(
        base: [
          "schemagate.yml": """
          targets: {shop: {engine: sqlite, migrations: db/migrations}}
          allow:
            - {rule: down-empty, because: "we go forward only", until: 2999-12-31}
          """,
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          -- nothing to do
          """
        ]))
  }
}
