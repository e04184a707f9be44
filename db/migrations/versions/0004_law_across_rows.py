"""Law across rows: references in time, whole fee tiers, and fees within their regulation."""

from db.migrations.sql import run_sql

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0004_law_across_rows.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0004_law_across_rows.down")
