import sqlalchemy as sa
from alembic import op

revision = (
    "0e"
    "1f"
)
down_revision = "1a2b"
branch_labels = ["mail"]


def upgrade():
    op.add_column("customers", sa.Column("email", sa.Text, server_default="def downgrade():\n  x"))


def downgrade():
    raise NotImplementedError("the addresses are gone")
