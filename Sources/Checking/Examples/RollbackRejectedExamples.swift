extension RollbackRejected {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_by_email;
          """
        ],
        says: "The database rejects the down part of `002_index.sql`: no such index: customers_by_email (SQLITE_ERROR)"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ]))
  }
}
