extension ExpectationUnreadable {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_name.sql": """
          -- migrate:up
          -- schemagate: expect add colum customers.name
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        says:
          "A declaration can't be read: expected a kind of object (table, column, index, foreign key, view, function, policy, …), found 'colum'; did you mean 'column'?"
      ),
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
