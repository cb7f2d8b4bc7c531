extension MigrationEdited {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text, name text);
          -- migrate:down
          DROP TABLE customers;
          """
        ],
        says:
          "`001_customers.sql` is edited although base already holds it: databases that applied it won't see the change"
      ),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE IF EXISTS customers;
          """
        ]))
  }
}
