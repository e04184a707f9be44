"""Connections to the register: one pool that writes, and one that reads from the replicas where there are any."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from auktor.core.errors import Unavailable
from db.wire import Wire

POOL_SIZE = 5
POOL_TIMEOUT_SECONDS = 5.0
# No such user or no entry for it, wrong password, no such database, no right to connect to it.
_REFUSALS = frozenset({"28000", "28P01", "3D000", "42501"})


class DatabaseGone(Unavailable):
    """The database does not answer."""

    code = "DATABASE_GONE"


class DatabaseRefused(Unavailable):
    """The database answers and lets nobody in by the user, password or database name it is asked with.

    `said` are PostgreSQL's own words, which name the user: for who runs the program, and not for the public.
    """

    code = "DATABASE_REFUSED"

    said: str


class Database:
    """The register's database, which lends connections: a read is one snapshot, a write one transaction."""

    def __init__(self, url: str, *, pool_size: int = POOL_SIZE, read_url: str | None = None) -> None:
        self.url = url
        self._writer = _engine(url, pool_size)
        self._reader = _engine(read_url, pool_size) if read_url else self._writer
        self.wire = Wire(read_url or url, pool_size)

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection in a read-only transaction that sees one state of the register throughout."""
        async with _lent(self._reader) as connection:
            await connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection in a transaction that commits when the block ends and is undone when it raises."""
        async with _lent(self._writer) as connection, connection.begin():
            yield connection

    async def close(self) -> None:
        """Give every connection back to the server."""
        await self.wire.close()
        await self._writer.dispose()
        await self._reader.dispose()


async def rows(connection: AsyncConnection, statement: sa.Executable) -> Sequence[Mapping[str, Any]]:
    """Every row a statement gives, as mappings by column name."""
    result = await connection.execute(statement)
    return [dict(row) for row in result.mappings()]


def _engine(url: str, pool_size: int) -> AsyncEngine:
    options: dict[str, Any] = {"server_settings": {"TimeZone": "UTC", "jit": "off"}}
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=False,
        connect_args=options,
    )


@asynccontextmanager
async def _lent(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection, None]:
    try:
        connection = await engine.connect()
    except (OSError, exc.TimeoutError, exc.DBAPIError) as error:
        raise _unavailable(error) from error
    try:
        yield connection
    finally:
        await connection.close()


def _unavailable(error: Exception) -> DatabaseGone | DatabaseRefused:
    cause = error.orig if isinstance(error, exc.DBAPIError) else None
    if getattr(cause, "sqlstate", None) in _REFUSALS:
        return DatabaseRefused(
            "The database refuses the connection. Correct user, password and database in AUKTOR_DATABASE_URL.",
            said=str(cause),
        )
    return DatabaseGone(
        f"The database does not answer ({error.__class__.__name__}). "
        "See that it runs and that AUKTOR_DATABASE_URL is right."
    )
