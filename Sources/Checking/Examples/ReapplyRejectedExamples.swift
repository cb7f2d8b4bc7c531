extension ReapplyRejected {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          INSERT INTO customers (id, name) VALUES (1, 'the shop');
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        says:
          "The database rejects `002_name.sql` when it is applied again after its down part: UNIQUE constraint failed: customers.id (SQLITE_CONSTRAINT_PRIMARYKEY)"
      ),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          INSERT INTO customers (id, name) VALUES (1, 'the shop');
          -- migrate:down
          DELETE FROM customers WHERE id = 1;
          ALTER TABLE customers DROP COLUMN name;
          """
        ]))
  }
}
