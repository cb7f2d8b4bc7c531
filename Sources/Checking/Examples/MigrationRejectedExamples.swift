extension MigrationRejected {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_email.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN email text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN email;
          """
        ],
        says: "The database rejects `002_email.sql`: duplicate column name: email (SQLITE_ERROR)"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ]))
  }
}
