"""Email."""

import sqlalchemy as sa
from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade():
    # schemagate: expect add column public.customers.email
    op.add_column("customers", sa.Column("email", sa.String(80)))


def downgrade():
    op.drop_column("customers", "email")
