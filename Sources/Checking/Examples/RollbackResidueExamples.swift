extension RollbackResidue {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          CREATE INDEX customers_name_idx ON customers (name);
          -- migrate:down
          DROP INDEX customers_name_idx;
          """
        ],
        says: "The down part of `002_name.sql` leaves column `customers.name` behind"),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          CREATE INDEX customers_name_idx ON customers (name);
          -- migrate:down
          DROP INDEX customers_name_idx;
          ALTER TABLE customers DROP COLUMN name;
          """
        ]))
  }
}
