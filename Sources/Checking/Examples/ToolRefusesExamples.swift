extension ToolRefuses {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "flyway",
        base: [
          "db/migrations/V1__customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);"
        ],
        head: [
          "db/migrations/V1__customers.sql": """
          -- Who buys.
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          """,
          "db/migrations/V2__orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
        ],
        says:
          "On a database at base's version `flyway` would stop: Validate failed: Migration checksum mismatch for migration version 1"
      ),
      staysQuiet: RuleExample(
        "flyway",
        base: [
          "db/migrations/V1__customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);"
        ],
        head: [
          "db/migrations/V2__orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);"
        ]))
  }
}
