"""All."""

import sqlalchemy as sa
from alembic import op

revision = "c3"
down_revision = None


def upgrade():
    for name in ["customers", "orders"]:
        op.create_table(name, sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("orders")
    op.drop_table("customers")
