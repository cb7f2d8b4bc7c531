extension VersionOutOfOrder {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "golang-migrate",
        base: [
          "db/migrations/1_customers.up.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/3_orders.up.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
        ],
        head: [
          "db/migrations/2_name.up.sql": "ALTER TABLE customers ADD COLUMN name text;"
        ],
        says:
          "`2_name.up.sql` comes before base's newest version `3`: existing databases never run it, because `golang-migrate` passes it over"
      ),
      staysQuiet: RuleExample(
        "golang-migrate",
        base: [
          "db/migrations/1_customers.up.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/3_orders.up.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
        ],
        head: [
          "db/migrations/4_name.up.sql": "ALTER TABLE customers ADD COLUMN name text;"
        ]))
  }
}
