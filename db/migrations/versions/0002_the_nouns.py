"""The nouns of the register: every table with its comments, periods, exclusions and references."""

from db.migrations.sql import run_sql

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0002_the_nouns.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0002_the_nouns.down")
