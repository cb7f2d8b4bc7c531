extension ChecksumStale {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "atlas",
        base: [
          "db/migrations/1_customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/atlas.sum": """
          h1:r3ojGMEDGfvSHKCRqwpna8yQfcUmRt0KjjmPys34ORI=
          1_customers.sql h1:Vx3rzNfkq0cGw7W+mhuWdzdo5S346cs8lpkzxB80ykg=
          """,
        ],
        head: [
          "db/migrations/2_name.sql": "ALTER TABLE customers ADD COLUMN name text;"
        ],
        says: "`atlas.sum` is out of date: it doesn't list 2_name.sql"),
      staysQuiet: RuleExample(
        "atlas",
        base: [
          "db/migrations/1_customers.sql": "CREATE TABLE customers (id integer PRIMARY KEY, email text);",
          "db/migrations/atlas.sum": """
          h1:r3ojGMEDGfvSHKCRqwpna8yQfcUmRt0KjjmPys34ORI=
          1_customers.sql h1:Vx3rzNfkq0cGw7W+mhuWdzdo5S346cs8lpkzxB80ykg=
          """,
        ],
        head: [
          "db/migrations/2_name.sql": "ALTER TABLE customers ADD COLUMN name text;",
          "db/migrations/atlas.sum": """
          h1:02zBU7K2JKa2pkA3x8gbesN7g1PYgLMdJ25vJBDITRE=
          1_customers.sql h1:Vx3rzNfkq0cGw7W+mhuWdzdo5S346cs8lpkzxB80ykg=
          2_name.sql h1:hlO6F84gvFTikHgRAdtcTm7FYK8oY7c6lfaxKZvKJpY=
          """,
        ]))
  }
}
