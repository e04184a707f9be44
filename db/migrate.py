"""Bring a database to a revision of the schema, up or down."""

import asyncio
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from db.engine import DatabaseRefused

MIGRATIONS = Path(__file__).parent / "migrations"
_NO_RIGHT = "42501"
_LOCK = 0x61756B746F72  # "auktor": one program migrates at a time, another waits


def upgrade(url: str, target: str = "head") -> None:
    """Migrate the database at `url` up to `target`; two programs at once wait for each other.

    Raises DatabaseRefused where the user of the address may not.
    """
    asyncio.run(_migrate(url, command.upgrade, target))


def downgrade(url: str, target: str) -> None:
    """Migrate the database at `url` down to `target` (`base` removes everything)."""
    asyncio.run(_migrate(url, command.downgrade, target))


def newest() -> str:
    """The newest schema revision this program knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None  # noqa: S101 -- the package carries its migrations
    return head


def at_revision(connection: sa.Connection) -> str | None:
    """The schema revision the database is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


async def _migrate(url: str, run: object, target: str) -> None:
    engine = create_async_engine(url, poolclass=sa.NullPool)
    async with engine.connect() as connection:
        await connection.execute(sa.text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        await connection.commit()
        await connection.run_sync(_run, run, target)
        await connection.commit()
    await engine.dispose()


def _run(connection: sa.Connection, run: object, target: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    try:
        run(config, target)  # type: ignore[operator]
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _NO_RIGHT:
            raise
        raise DatabaseRefused(
            f"PostgreSQL says: {error.orig}. The user in AUKTOR_DATABASE_URL must own the database and all in it. "
            "Name the user that migrated it, or make this one the owner.",
            said=str(error.orig),
        ) from error
