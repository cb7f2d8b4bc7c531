"""Email."""

import sqlalchemy as sa
from alembic import op

revision: str = "b2"
down_revision: str | None = "a1"


def upgrade() -> None:
    # schemagate: expect add column customers.email
    op.add_column("customers", sa.Column("email", sa.String(80)))
    op.create_index("customers_email_idx", "customers", ["email"])


def downgrade() -> None:
    op.drop_index("customers_email_idx")
