"""Bring a database to a revision of the schema, up or down.

Alembic is imported where a migration runs, and only there: a program whose database is as it should be, which is nearly
every start of one, does without its time and memory.
"""

import asyncio
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from db.engine import DatabaseRefused

MIGRATIONS = Path(__file__).parent / "migrations"
_NO_RIGHT = "42501"
_DIGITS = 4
_LOCK = 0x61756B746F72  # "auktor": one program migrates at a time, another waits


def upgrade(url: str, target: str = "head") -> None:
    """Migrate the database at `url` up to `target`; two programs at once wait for each other.

    Raises DatabaseRefused where the user of the address may not.
    """
    if target != "head" or asyncio.run(_revision_of(url)) != newest():
        asyncio.run(_migrate(url, "upgrade", target))


def downgrade(url: str, target: str) -> None:
    """Migrate the database at `url` down to `target` (`base` removes everything)."""
    asyncio.run(_migrate(url, "downgrade", target))


def newest() -> str:
    """The newest schema revision this program knows: they are numbered, and each file bears its number."""
    return max(file.name[:_DIGITS] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def at_revision(connection: sa.Connection) -> str | None:
    """The schema revision the database is at; None for an empty one."""
    if connection.scalar(sa.text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return revision


async def _revision_of(url: str) -> str | None:
    engine = create_async_engine(url, poolclass=sa.NullPool)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(at_revision)
    except DBAPIError:  # whatever it is, to migrate says it in words
        return None
    finally:
        await engine.dispose()


async def _migrate(url: str, direction: str, target: str) -> None:
    engine = create_async_engine(url, poolclass=sa.NullPool)
    async with engine.connect() as connection:
        await connection.execute(sa.text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        await connection.commit()
        await connection.run_sync(_run, direction, target)
        await connection.commit()
    await engine.dispose()


def _run(connection: sa.Connection, direction: str, target: str) -> None:
    from alembic import command  # noqa: PLC0415 -- as the head of the file says
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    try:
        getattr(command, direction)(config, target)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _NO_RIGHT:
            raise
        raise DatabaseRefused(
            f"PostgreSQL says: {error.orig}. The user in AUKTOR_DATABASE_URL must own the database and all in it. "
            "Name the user that migrated it, or make this one the owner.",
            said=str(error.orig),
        ) from error
