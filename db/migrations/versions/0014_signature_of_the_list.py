"""The signature of the list of trusted entities, so that an edition built again after a change of keys keeps it."""

from db.migrations.sql import run_sql

revision = "0014"
down_revision: str | None = "0013"


def upgrade() -> None:
    """Run the script beside this file."""
    run_sql("0014_signature_of_the_list.up")


def downgrade() -> None:
    """Undo it."""
    run_sql("0014_signature_of_the_list.down")
