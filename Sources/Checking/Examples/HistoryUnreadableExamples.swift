extension HistoryUnreadable {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_orders.sql": "CREATE TABLE orders (id integer PRIMARY KEY, total integer);"
        ],
        says: "`002_orders.sql` can't be read as a migration: there is no `-- migrate:up` line"),
      staysQuiet: RuleExample(
        head: .orders))
  }
}
