extension Interleaved {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        head: [
          "db/migrations/003_mail.sql": """
          -- migrate:up
          ALTER TABLE customers RENAME COLUMN email TO mail;
          -- migrate:down
          ALTER TABLE customers RENAME COLUMN mail TO email;
          """
        ],
        meanwhile: [
          "db/migrations/002_index.sql": """
          -- migrate:up
          CREATE INDEX customers_email_idx ON customers (email);
          -- migrate:down
          DROP INDEX customers_email_idx;
          """
        ],
        says:
          "`003_mail.sql` touches table `customers`, which base's new `002_index.sql` touches as well: after the branch's, the database rejects base's `002_index.sql`: no such column: email (SQLITE_ERROR)"
      ),
      staysQuiet: RuleExample(
        head: [
          "db/migrations/003_mail.sql": """
          -- migrate:up
          ALTER TABLE customers RENAME COLUMN email TO mail;
          -- migrate:down
          ALTER TABLE customers RENAME COLUMN mail TO email;
          """
        ],
        meanwhile: .orders))
  }
}
