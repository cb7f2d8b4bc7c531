"""Phone."""

import sqlalchemy as sa
from alembic import op

revision = "f6"
down_revision = "a1"


def upgrade():
    # schemagate: expect add column public.customers.phone
    op.add_column("customers", sa.Column("phone", sa.String(80)))


def downgrade():
    op.drop_column("customers", "phone")
