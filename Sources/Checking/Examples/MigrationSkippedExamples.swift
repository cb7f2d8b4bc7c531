extension MigrationSkipped {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              tool: {name: files, up: "{version}_{name}.sql", out-of-order: skip}
          """,
          "db/migrations/1_customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/3_orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
        ],
        head: [
          "db/migrations/2_orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total numeric);"
        ],
        removes: ["db/migrations/3_orders.sql"],
        says: "Databases at base's version never run `2_orders.sql`: `files` passes it over"),
      staysQuiet: RuleExample(
        base: [
          "schemagate.yml": """
          targets:
            shop:
              engine: sqlite
              migrations: db/migrations
              tool: {name: files, up: "{version}_{name}.sql", out-of-order: skip}
          """,
          "db/migrations/1_customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/3_orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
        ],
        head: [
          "db/migrations/4_name.sql": "ALTER TABLE customers ADD COLUMN name text;"
        ]))
  }
}
