"""Who published an edition, and in which version of the columns, so that it can be built again."""

from db.migrations.sql import run_sql

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0007_publisher_of_an_edition.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0007_publisher_of_an_edition.down")
