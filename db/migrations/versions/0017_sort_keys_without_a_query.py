"""The key of Swedish order is worked out without beginning a query."""

from db.migrations.sql import run_sql

revision = "0017"
down_revision: str | None = "0016"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0017_sort_keys_without_a_query.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0017_sort_keys_without_a_query.down")
