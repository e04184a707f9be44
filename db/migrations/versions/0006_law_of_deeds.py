"""The law of deeds: four eyes, life cycles, approvals, court cases in time, exemptions from an obligation."""

from db.migrations.sql import run_sql

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0006_law_of_deeds.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0006_law_of_deeds.down")
