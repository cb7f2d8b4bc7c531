extension MergeConflict {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: .customers.with(.orders),
        head: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total real);
          -- migrate:down
          DROP TABLE orders;
          """
        ],
        meanwhile: [
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total numeric);
          -- migrate:down
          DROP TABLE orders;
          """
        ],
        says: "Base and head don't merge: `002_orders.sql` is in conflict"),
      staysQuiet: RuleExample(
        base: .customers,
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
