extension ExpectationUnmet {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          -- schemagate: expect add column customers.phone
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        says: "`002_name.sql` declares what does not happen: `expect add column customers.phone`"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          -- schemagate: expect add column customers.name
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ]))
  }
}
