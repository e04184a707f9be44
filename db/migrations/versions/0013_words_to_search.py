"""Words by which objects are found are kept beside them."""

from db.migrations.sql import run_sql

revision = "0013"
down_revision: str | None = "0012"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0013_words_to_search.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0013_words_to_search.down")
