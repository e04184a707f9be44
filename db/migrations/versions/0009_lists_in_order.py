"""Lists are read in their order from an index."""

from db.migrations.sql import run_sql

revision = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0009_lists_in_order.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0009_lists_in_order.down")
