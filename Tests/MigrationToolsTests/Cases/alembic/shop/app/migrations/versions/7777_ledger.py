import sqlalchemy as sa
from alembic import op

revision = "7777"
down_revision = None
branch_labels = ("ledger",)
depends_on = "mail"


def upgrade():
    op.create_table("ledger", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("ledger")
