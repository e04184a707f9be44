"""Connections for compiled plans: asyncpg alone, whose statements stay prepared for as long as a connection lives."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import asyncpg
from asyncpg.connection import LoggedQuery

OnStatement = Callable[[str, float], None]
"""What is told of each statement when it has ended: its text, without values, and its seconds."""
STATEMENTS_PREPARED = 1000
TIMEOUT_SECONDS = 5.0
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class Wire:
    """At most `size` connections, made when first needed, the one used last lent first."""

    def __init__(self, url: str, size: int, on_statement: OnStatement | None = None) -> None:
        self.size = size
        self._on_statement = on_statement
        self._url = url.replace("+asyncpg", "", 1)
        self._places: asyncio.LifoQueue[asyncpg.Connection | None] = asyncio.LifoQueue()
        for _ in range(size):
            self._places.put_nowait(None)

    @property
    def lent_now(self) -> int:
        """How many of its connections are lent."""
        return self.size - self._places.qsize()

    @asynccontextmanager
    async def lent(self, *, snapshot: bool) -> AsyncGenerator[asyncpg.Connection, None]:
        """A connection; with `snapshot` every statement in the block sees one state of the register.

        A single statement is a snapshot by itself and needs no transaction. A connection whose block failed is closed:
        it may stand in the middle of an answer.
        """
        connection = await self._place()
        kept = None
        try:
            if connection is None or connection.is_closed():
                connection = await self._connected()
            if snapshot:
                await connection.execute(_SNAPSHOT)
            yield connection
            if snapshot:
                await connection.execute("COMMIT")
            kept = connection
        finally:
            self._places.put_nowait(kept)
            if kept is None and connection is not None:
                connection.terminate()

    async def close(self) -> None:
        """Close every connection that is not lent."""
        places = [self._places.get_nowait() for _ in range(self._places.qsize())]
        for connection in places:
            if connection is not None:
                await connection.close()
            self._places.put_nowait(None)

    async def _place(self) -> asyncpg.Connection | None:
        """A place among the connections; TimeoutError where none comes free in time."""
        if not self._places.empty():
            return self._places.get_nowait()
        return await asyncio.wait_for(self._places.get(), TIMEOUT_SECONDS)

    async def _connected(self) -> asyncpg.Connection:
        settings = {"TimeZone": "UTC", "jit": "off", "default_transaction_read_only": "on"}
        connection = await asyncpg.connect(
            self._url,
            server_settings=settings,
            statement_cache_size=STATEMENTS_PREPARED,
            max_cached_statement_lifetime=0,
            timeout=TIMEOUT_SECONDS,
        )
        if self._on_statement:
            connection.add_query_logger(self._tell)
        return connection

    def _tell(self, record: LoggedQuery) -> None:
        if self._on_statement:
            self._on_statement(record.query, record.elapsed)
