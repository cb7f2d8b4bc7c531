import sqlalchemy as sa
from alembic import op

revision = '2c3d' ; down_revision = '''1a2b'''  # follows on the customers


def upgrade():
    op.create_table("invoices", sa.Column("id", sa.Integer, primary_key=True), sa.Column("note", sa.Text))
# A comment at the margin ends nothing.
    op.create_index("invoices_note_idx", "invoices", ["note"])


def downgrade(): pass
