extension ReasonMissing {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_no_email.sql": """
          -- migrate:up
          -- schemagate: expect drop column customers.email
          ALTER TABLE customers DROP COLUMN email;
          -- migrate:down
          ALTER TABLE customers ADD COLUMN email text;
          """
        ],
        says: "The declaration of column `customers.email` doesn't say why, although the change loses data"),
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
