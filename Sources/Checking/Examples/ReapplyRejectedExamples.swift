extension ReapplyRejected {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/002_first_customer.sql": """
          -- migrate:up
          INSERT INTO customers (id, email) VALUES (1, 'shop@example.org');
          -- migrate:down
          -- the row stays
          """
        ]),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/002_first_customer.sql": """
          -- migrate:up
          INSERT INTO customers (id, email) VALUES (1, 'shop@example.org');
          -- migrate:down
          DELETE FROM customers WHERE id = 1;
          """
        ]))
  }
}
