extension MigrationRemoved {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: .customers.with(.orders),
        removes: ["db/migrations/002_orders.sql"],
        says:
          "`002_orders.sql` is removed although base holds it; `dbmate` doesn't notice, and databases that ran it keep what it did"
      ),
      staysQuiet: RuleExample(
        base: .customers.with(.orders),
        head: [
          "db/migrations/003_no_orders.sql": """
          -- migrate:up
          -- schemagate: expect drop table orders because nobody orders here any more
          DROP TABLE orders;
          -- migrate:down
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          """
        ]))
  }
}
