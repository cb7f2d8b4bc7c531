extension EnginesDiffer {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        on: .postgresql,
        base: [
          "schemagate.yml": """
          targets:
            shop:
              migrations: {postgresql: db/postgresql, sqlite: db/sqlite}
          """,
          "db/postgresql/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/sqlite/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: [
          "db/postgresql/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """
        ],
        says: "The branch makes the engines' schemas differ: 1 difference"),
      staysQuiet: RuleExample(
        on: .postgresql,
        base: [
          "schemagate.yml": """
          targets:
            shop:
              migrations: {postgresql: db/postgresql, sqlite: db/sqlite}
          """,
          "db/postgresql/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
          "db/sqlite/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: [
          "db/postgresql/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """,
          "db/sqlite/002_name.sql": """
          -- migrate:up
          ALTER TABLE customers ADD COLUMN name text;
          -- migrate:down
          ALTER TABLE customers DROP COLUMN name;
          """,
        ]))
  }
}
