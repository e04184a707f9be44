"""A revision knows which transaction opened it, also where a savepoint stands between."""

from db.migrations.sql import run_sql

revision = "0012"
down_revision: str | None = "0011"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0012_a_revision_knows_its_transaction.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0012_a_revision_knows_its_transaction.down")
