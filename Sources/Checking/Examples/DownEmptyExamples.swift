extension DownEmpty {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          -- nothing to do
          """
        ],
        says: "The down part of `002_orders.sql` holds no statement: what the migration changes stays"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_lower_case.sql": """
          -- migrate:up
          UPDATE customers SET email = lower(email);
          -- migrate:down
          -- nothing to do
          """
        ]))
  }
}
