"""Regulations are circulated and notified before they are decided, and an actor's signature has a day of its own."""

from db.migrations.sql import run_sql

revision = "0016"
down_revision: str | None = "0015"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0016_circulated_and_notified.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0016_circulated_and_notified.down")
