extension ReapplyDiffers {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        on: .postgresql,
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          DO $$ BEGIN
            IF EXISTS (SELECT FROM customers) THEN RETURN; END IF;
            INSERT INTO customers VALUES (1);
            CREATE INDEX customers_email_idx ON customers (email);
          END $$;
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ],
        says: "`002_index.sql`, applied again after its down part, ends at another schema: 1 difference"),
      staysQuiet: RuleExample(
        on: .postgresql,
        head: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ]))
  }
}
