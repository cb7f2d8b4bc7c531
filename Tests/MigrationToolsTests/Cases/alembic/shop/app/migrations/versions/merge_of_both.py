revision = r"9f9f"
down_revision = ("2c3d", "0e1f",)


def upgrade():
    pass


def downgrade():
    """Nothing to do."""
    ...
