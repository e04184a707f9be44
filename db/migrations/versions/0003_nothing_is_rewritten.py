"""Nothing is rewritten: revisions, and the triggers that refuse changed, deleted or back-dated records."""

from db.migrations.sql import run_sql

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0003_nothing_is_rewritten.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0003_nothing_is_rewritten.down")
