extension PolicyChanged {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        base: [
          "schemagate.yml": "targets: {shop: {engine: sqlite, migrations: db/migrations}}",
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: [
          "schemagate.yml": """
          targets: {shop: {engine: sqlite, migrations: db/migrations}}
          rules: {rollback-residue: off}
          """,
          "db/migrations/002_orders.sql": """
          -- migrate:up
          CREATE TABLE orders (id integer PRIMARY KEY, total integer);
          -- migrate:down
          DROP TABLE orders;
          """,
        ],
        says:
          "The branch changes the gate's policy: rule `rollback-residue` is its default on base and off on the branch; base's holds"
      ),
      staysQuiet: RuleExample(
        base: [
          "schemagate.yml": "targets: {shop: {engine: sqlite, migrations: db/migrations}}",
          "db/migrations/001_customers.sql": """
          -- migrate:up
          CREATE TABLE customers (id integer PRIMARY KEY, email text);
          -- migrate:down
          DROP TABLE customers;
          """,
        ],
        head: .orders))
  }
}
