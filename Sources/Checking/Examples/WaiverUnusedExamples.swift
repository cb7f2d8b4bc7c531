extension WaiverUnused {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          -- schemagate: allow down-empty because orders stay
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """
        ],
        says: "A waiver accepts nothing: `schemagate: allow down-empty because orders stay`"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          -- schemagate: allow down-empty because orders stay
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          -- nothing to do
          """
        ]))
  }
}
