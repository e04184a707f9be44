"""In which state the register is: what every answer that is kept must be compared with."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

import asyncpg

from db.server import CONNECTION_FAILURES, DatabaseGone, own_connection
from db.wire import TIMEOUT_SECONDS

# What is written of these decides who may be named at all, of today and of every day before (`db.visibility`).
_WHO_IS_NAMED = ("application", "supplier_agreement", "legacy_connection")
_STATE = """
    SELECT number, recorded_at, (SELECT coalesce(max(e.number), 0) FROM edition AS e),
        (SELECT max(c.revision) FROM change AS c WHERE c.revision > $1 AND c.kind = ANY ($2::text[]))
    FROM revision
"""


@dataclass(frozen=True, slots=True)
class State:
    """The newest revision and its recorded time, the newest edition, and the revision that last moved who is named."""

    revision: int
    recorded_at: datetime
    edition: int
    named: int


class StateReader:
    """Reads the state over a connection of its own, so that it never waits for those who read much."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection | None = None
        self._last: State | None = None

    async def read(self) -> State:
        """The state now; DatabaseGone where the database does not tell it. Not to be called twice at once."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return await self._read()
        except CONNECTION_FAILURES as error:
            self._let_go()
            raise DatabaseGone(
                f"The database does not tell its revision ({error.__class__.__name__}). "
                "See that it runs and that AUKTOR_DATABASE_URL is right."
            ) from error

    async def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            await self._connection.close()

    async def _read(self) -> State:
        connection = await self._connected()
        last = self._last
        row = await connection.fetchrow(_STATE, last.revision if last else -1, _WHO_IS_NAMED)
        if row is None:
            message = "The register has no revision row."
            raise DatabaseGone(message)
        if last and row[0] < last.revision:  # another register than before: what was known of the old one is void
            self._last = None
            return await self._read()
        named = row[3] if row[3] is not None else last.named if last else 0
        self._last = State(row[0], row[1], row[2], named)
        return self._last

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._last = None
            self._connection = await own_connection(self._url)
        return self._connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
        self._connection = None
