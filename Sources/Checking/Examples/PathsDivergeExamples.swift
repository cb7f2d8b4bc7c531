extension PathsDiverge {
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
        says: "A new database differs from an upgraded one in 1 object, because of `001_customers.sql` (edited)"),
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
