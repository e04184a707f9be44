"""Connections to the register: one pool that writes, and one that reads from the replicas where there are any."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import QueuePool

from auktor.core.errors import Unavailable
from db.wire import OnStatement, Wire

POOL_SIZE = 5
POOL_TIMEOUT_SECONDS = 5.0
# No such user or no entry for it, wrong password, no such database, no right to connect to it.
_REFUSALS = frozenset({"28000", "28P01", "3D000", "42501"})
_BEGAN = "auktor statement began"


class DatabaseGone(Unavailable):
    """The database does not answer."""

    code = "DATABASE_GONE"


class DatabaseRefused(Unavailable):
    """The database answers and lets nobody in by the user, password or database name it is asked with.

    `said` are PostgreSQL's own words, which name the user: for who runs the program, and not for the public.
    """

    code = "DATABASE_REFUSED"

    said: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Connections of one purpose: how many are lent now, and how many may be."""

    lent: int
    size: int


class Database:
    """The register's database, which lends connections: a read is one snapshot, a write one transaction."""

    def __init__(
        self,
        url: str,
        *,
        pool_size: int = POOL_SIZE,
        read_url: str | None = None,
        on_statement: OnStatement | None = None,
    ) -> None:
        self.url = url
        self._size = pool_size
        self._writer = _engine(url, pool_size, on_statement)
        self._reader = _engine(read_url, pool_size, on_statement) if read_url else self._writer
        self.reads_from_standby = read_url is not None
        self.wire = Wire(read_url or url, pool_size, on_statement)

    def pools(self) -> dict[str, Pool]:
        """How many connections are lent and may be, by purpose; `write` reads too where there is no standby."""
        pools = {"write": Pool(_checked_out(self._writer), self._size)}
        if self.reads_from_standby:
            pools["read"] = Pool(_checked_out(self._reader), self._size)
        return pools | {"plans": Pool(self.wire.lent_now, self.wire.size)}

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


def _checked_out(engine: AsyncEngine) -> int:
    pool = engine.pool
    return pool.checkedout() if isinstance(pool, QueuePool) else 0


def _engine(url: str, pool_size: int, on_statement: OnStatement | None) -> AsyncEngine:
    options: dict[str, Any] = {"server_settings": {"TimeZone": "UTC", "jit": "off"}}
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=False,
        connect_args=options,
        hide_parameters=True,  # an error that is logged tells its statement, and not about whom it was
    )
    if on_statement:
        _tell_statements(engine, on_statement)
    return engine


def _tell_statements(engine: AsyncEngine, on_statement: OnStatement) -> None:
    def before(connection: sa.Connection, *_more: object) -> None:
        connection.info[_BEGAN] = perf_counter()

    def after(connection: sa.Connection, _cursor: object, statement: str, *_more: object) -> None:
        on_statement(statement, perf_counter() - connection.info[_BEGAN])

    event.listen(engine.sync_engine, "before_cursor_execute", before)
    event.listen(engine.sync_engine, "after_cursor_execute", after)


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
