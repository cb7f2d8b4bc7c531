extension HeadsDiverged {
  var examples: RuleExamples {
    RuleExamples(
      fires: RuleExample(
        "alembic",
        base: [
          "alembic.ini": """
          [alembic]
          script_location = db
          """,
          "db/env.py": "from alembic import context",
          "db/versions/a1_customers.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "a1"
          down_revision = None


          def upgrade():
              op.create_table("customers", sa.Column("id", sa.Integer, primary_key=True))
          """,
          "schemagate.yml": "targets: {shop: {engine: sqlite, migrations: db/versions, tool: alembic}}",
        ],
        head: [
          "db/versions/b2_name.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "b2"
          down_revision = "a1"


          def upgrade():
              op.add_column("customers", sa.Column("name", sa.Text))
          """
        ],
        meanwhile: [
          "db/versions/c3_phone.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "c3"
          down_revision = "a1"


          def upgrade():
              op.add_column("customers", sa.Column("phone", sa.Text))
          """
        ],
        needsNoDatabase: true,
        says: "The history ends in 2 heads: `b2` and `c3`"),
      staysQuiet: RuleExample(
        "alembic",
        base: [
          "alembic.ini": """
          [alembic]
          script_location = db
          """,
          "db/env.py": "from alembic import context",
          "db/versions/a1_customers.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "a1"
          down_revision = None


          def upgrade():
              op.create_table("customers", sa.Column("id", sa.Integer, primary_key=True))
          """,
          "schemagate.yml": "targets: {shop: {engine: sqlite, migrations: db/versions, tool: alembic}}",
        ],
        head: [
          "db/versions/b2_name.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "b2"
          down_revision = "c3"


          def upgrade():
              op.add_column("customers", sa.Column("name", sa.Text))
          """,
          "db/versions/c3_phone.py": """
          import sqlalchemy as sa
          from alembic import op

          revision = "c3"
          down_revision = "a1"


          def upgrade():
              op.add_column("customers", sa.Column("phone", sa.Text))
          """,
        ],
        needsNoDatabase: true))
  }
}
