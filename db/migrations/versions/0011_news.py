"""News: who listens hears of changes and editions when they are committed."""

from db.migrations.sql import run_sql

revision = "0011"
down_revision: str | None = "0010"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0011_news.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0011_news.down")
