extension DownMissing {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "golang-migrate",
        base: .customerPair,
        head: [
          "db/migrations/2_orders.up.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);"
        ],
        says: "`2_orders.up.sql` has no down migration, although most of base's migrations have one"),
      staysQuiet: RuleExample(
        "golang-migrate",
        base: .customerPair,
        head: [
          "db/migrations/2_orders.up.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);",
          "db/migrations/2_orders.down.sql": "DROP TABLE orders;",
        ]))
  }
}
