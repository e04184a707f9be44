"""Editions that are withdrawn, and the signature each edition was issued with."""

from db.migrations.sql import run_sql

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0008_redacted_editions.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0008_redacted_editions.down")
