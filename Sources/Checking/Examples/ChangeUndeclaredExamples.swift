extension ChangeUndeclared {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_no_email.sql": """
          -- migrate:up
          ALTER TABLE customers DROP COLUMN email;
          -- migrate:down
          ALTER TABLE customers ADD COLUMN email text;
          """
        ],
        says: "`002_no_email.sql` drops column `customers.email` without declaring it: its data is lost"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_no_email.sql": """
          -- migrate:up
          -- schemagate: expect drop column customers.email because SHOP-12: nobody is written to
          ALTER TABLE customers DROP COLUMN email;
          -- migrate:down
          ALTER TABLE customers ADD COLUMN email text;
          """
        ]))
  }
}
