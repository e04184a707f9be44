"""Runs a migration's SQL file as it is written; what a migration does can be read without knowing Alembic."""

from pathlib import Path

from alembic import op

VERSIONS = Path(__file__).parent / "versions"


def run_sql(name: str) -> None:
    """Run `versions/<name>.sql` inside the migration's transaction."""
    script = (VERSIONS / f"{name}.sql").read_text(encoding="utf-8")
    connection = op.get_bind()
    connection.exec_driver_sql("SELECT 1")  # the adapter opens its transaction on the first statement it sees
    driver = connection.connection.dbapi_connection
    driver.run_async(lambda raw: raw.execute(script))  # type: ignore[union-attr]
