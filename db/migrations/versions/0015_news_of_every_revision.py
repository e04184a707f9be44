"""A word to those who listen for each revision, whatever it holds."""

from db.migrations.sql import run_sql

revision = "0015"
down_revision: str | None = "0014"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0015_news_of_every_revision.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0015_news_of_every_revision.down")
