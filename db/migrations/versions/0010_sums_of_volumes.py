"""Sums of the monthly volumes are kept beside them."""

from db.migrations.sql import run_sql

revision = "0010"
down_revision: str | None = "0009"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0010_sums_of_volumes.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0010_sums_of_volumes.down")
