extension VersionDuplicate {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        meanwhile: .orders,
        says: "2 migrations have the version `002`"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/003_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        meanwhile: .orders))
  }
}
