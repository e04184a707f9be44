"""One PostgreSQL server: the connections that are lent from it, and what it means when it lends none."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import asyncpg
import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from auktor.core.errors import Unavailable
from db.wire import TIMEOUT_SECONDS, OnStatement, Wire, time_limit, took_too_long

POOL_TIMEOUT_SECONDS = 5.0
_LAST_SECONDS = 5.0
# SQL of deeds and of what has no plan and is not written once: some 100 kB each, with what it was compiled from; and
# so many statements prepared on each connection.
STATEMENTS_COMPILED = 30
# No such user or no entry for it, wrong password, no such database, no right to connect to it.
_REFUSALS = frozenset({"28000", "28P01", "3D000", "42501"})
# The server goes down, or has become a standby that nothing can be written to; the next connection may reach another.
_GOING = frozenset({"57P01", "57P02", "57P03", "25006"})
_GIVEN_UP = "57014"
_BEGAN = "auktor statement began"
# What a connection of asyncpg's own may end with. The last: it was let go of in the middle of something, by a server
# that went down, and takes nothing more.
CONNECTION_FAILURES = (
    OSError,
    TimeoutError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)


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


class Server:
    """A server by its address: a pool of SQLAlchemy's connections, and one of the wire for compiled plans."""

    def __init__(
        self,
        url: str,
        pool_size: int,
        on_statement: OnStatement | None = None,
        *,
        statement_seconds: float | None = None,
    ) -> None:
        self.url = url
        self.engine = _engine(url, pool_size, on_statement, statement_seconds)
        self.wire = Wire(url, pool_size, on_statement, statement_seconds=statement_seconds)
        self._size = pool_size
        self._borrowers = 0
        self._closing: asyncio.Event | None = None

    @property
    def pool(self) -> Pool:
        """Its connections of SQLAlchemy's."""
        pool = self.engine.pool
        return Pool(pool.checkedout() if isinstance(pool, QueuePool) else 0, self._size)

    @asynccontextmanager
    async def lent(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection; DatabaseGone where there is none, once it is closed, or where it goes down while it is used."""
        if self._closing:
            message = "The program ends, and asks the database nothing more. Ask again when it has begun anew."
            raise DatabaseGone(message)
        self._borrowers += 1
        try:
            connection = await self.engine.connect()
        except BaseException as error:
            self._has_returned()
            if isinstance(error, OSError | exc.TimeoutError | exc.DBAPIError):
                raise _unavailable(error) from error
            raise
        try:
            yield connection
        except (exc.DBAPIError, asyncpg.InternalClientError) as error:
            if not _ends_connection(error):
                if isinstance(error, exc.DBAPIError) and _state_of(error) == _GIVEN_UP:
                    raise took_too_long() from error
                raise
            await connection.invalidate()
            raise _unavailable(error) from error
        finally:
            giving_back = asyncio.ensure_future(_given_back(connection))
            giving_back.add_done_callback(self._has_returned)
            await asyncio.shield(giving_back)

    async def close(self) -> None:
        """Give every connection back to the server: those that are lent, when whoever has them is done with them.

        For who reads on nobody's behalf, such as for others who may ask the same, outlives every request. A connection
        that came back when the pool was no more would be closed by nobody.
        """
        self._closing = asyncio.Event()
        if self._borrowers:
            with suppress(TimeoutError):
                async with asyncio.timeout(_LAST_SECONDS):
                    await self._closing.wait()
        await self.wire.close()
        await self.engine.dispose()

    def _has_returned(self, _given_back: asyncio.Future[None] | None = None) -> None:
        self._borrowers -= 1
        if self._closing and not self._borrowers:
            self._closing.set()


async def own_connection(url: str, seconds: float = TIMEOUT_SECONDS) -> asyncpg.Connection:
    """A connection that is nobody else's, read-only."""
    settings = {"TimeZone": "UTC", "default_transaction_read_only": "on", "application_name": "auktor revision"}
    return await asyncpg.connect(url.replace("+asyncpg", "", 1), server_settings=settings, timeout=seconds)


async def _given_back(connection: AsyncConnection) -> None:
    """Let the next have a connection; whoever had it has what it read, even where its transaction cannot be ended."""
    with suppress(exc.DBAPIError):
        await connection.close()


def _keep_whole(connection: Any, record: ConnectionPoolEntry) -> None:  # noqa: ANN401 -- SQLAlchemy's own, around asyncpg's
    """Keep a connection out of the pool whose transaction could not be ended.

    So it is where a block ended while something that it began was still reading. SQLAlchemy has then forgotten the
    transaction, and whoever was lent the connection next could begin none.
    """
    if connection is not None and connection.driver_connection.is_in_transaction():
        record.invalidate()


def _engine(url: str, pool_size: int, on_statement: OnStatement | None, statement_seconds: float | None) -> AsyncEngine:
    options: dict[str, Any] = {
        "server_settings": {"TimeZone": "UTC", "jit": "off", **time_limit(statement_seconds)},
        "prepared_statement_cache_size": STATEMENTS_COMPILED,
    }
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=False,
        query_cache_size=STATEMENTS_COMPILED,
        connect_args=options,
        hide_parameters=True,  # an error that is logged tells its statement, and not about whom it was
    )
    event.listen(engine.sync_engine, "checkin", _keep_whole)
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


def _ends_connection(error: exc.DBAPIError | asyncpg.InternalClientError) -> bool:
    """Whether nothing more can come over the connection, and another may do better."""
    if isinstance(error, asyncpg.InternalClientError):
        return True
    return error.connection_invalidated or _state_of(error) in _GOING


def _state_of(error: exc.DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _unavailable(error: Exception) -> DatabaseGone | DatabaseRefused:
    if isinstance(error, exc.DBAPIError) and _state_of(error) in _REFUSALS:
        return DatabaseRefused(
            "The database refuses the connection. Correct user, password and database in AUKTOR_DATABASE_URL.",
            said=str(error.orig),
        )
    return DatabaseGone(
        f"The database does not answer ({error.__class__.__name__}). "
        "See that it runs and that AUKTOR_DATABASE_URL is right."
    )
