extension Squashed {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: .customers.with(.orders),
        head: [
          "db/migrations/003_all.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          CREATE TABLE orders (id integer PRIMARY KEY);
          -- migrate:down
          DROP TABLE orders;
          DROP TABLE customers;
          """
        ],
        removes: ["db/migrations/001_customers.sql", "db/migrations/002_orders.sql"],
        says:
          "2 migrations are squashed into `003_all.sql`, and a new database gets another schema: it differs in 1 object"
      ),
      staysQuiet: RuleExample(
        base: .customers.with(.orders),
        head: [
          "db/migrations/003_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ]))
  }
}
