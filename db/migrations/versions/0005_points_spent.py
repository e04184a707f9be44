"""What clients have spent lately, shared by the processes that answer."""

from db.migrations.sql import run_sql

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0005_points_spent.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0005_points_spent.down")
