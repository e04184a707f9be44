"""Rules as functions: organisation numbers, Swedish order and one-point ranges, needed by the tables."""

from db.migrations.sql import run_sql

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0001_rules_as_functions.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0001_rules_as_functions.down")
