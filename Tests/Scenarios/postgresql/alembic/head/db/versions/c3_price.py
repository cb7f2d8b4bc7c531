"""Price."""

import sqlalchemy as sa
from alembic import op

revision = "c3"
down_revision = "b2"


def upgrade():
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("price", sa.Numeric, sa.CheckConstraint("price > 0", name="price_is_positive")),
    )


def downgrade():
    raise NotImplementedError("orders are kept")
