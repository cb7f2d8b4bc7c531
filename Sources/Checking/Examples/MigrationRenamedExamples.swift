extension MigrationRenamed {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: .customers.with(.orders),
        head: [
          "db/migrations/003_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """
        ],
        removes: ["db/migrations/002_orders.sql"],
        says:
          "`002_orders.sql` is renamed to `003_orders.sql`: databases that applied it as `002` run it again as `003`"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/003_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """
        ]))
  }
}
