extension TransactionLeftOpen {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "golang-migrate",
        on: .postgresql,
        base: .customerPair,
        head: [
          "db/migrations/2_orders.up.sql": """
          BEGIN;
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          """,
          "db/migrations/2_orders.down.sql": "DROP TABLE orders;",
        ],
        says: "`2_orders.up.sql` begins a transaction and leaves it open"),
      staysQuiet: RuleExample(
        "golang-migrate",
        on: .postgresql,
        base: .customerPair,
        head: [
          "db/migrations/2_orders.up.sql": """
          BEGIN;
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          COMMIT;
          """,
          "db/migrations/2_orders.down.sql": "DROP TABLE orders;",
        ]))
  }
}
