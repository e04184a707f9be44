"""Connections for compiled plans: asyncpg alone, whose statements stay prepared for as long as a connection lives."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

import asyncpg
from asyncpg.connection import LoggedQuery

from auktor.core.errors import Refused
from db.places import Places

OnStatement = Callable[[str, float], None]
"""What is told of each statement when it has ended: its text, without values, and its seconds."""
STATEMENTS_PREPARED = 100
TIMEOUT_SECONDS = 5.0
_GENERAL, _BY_VALUES = "force_generic_plan", "auto"
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class Idle(NamedTuple):
    """A connection that is not lent, and how its statements are planned."""

    connection: asyncpg.Connection
    mode: str


class TookTooLong(Refused):
    """A statement was given up, since the database took longer with it than a question may."""

    code = "TOOK_TOO_LONG"

    @classmethod
    def is_cause_of(cls, error: BaseException | None) -> bool:
        """Whether an error comes of a statement that was given up."""
        return error is not None and (isinstance(error, asyncpg.QueryCanceledError) or cls.is_cause_of(error.__cause__))


def took_too_long() -> TookTooLong:
    """The error, with what to do."""
    return TookTooLong("The database took too long with this. Narrow it: by more facts, a shorter time, smaller pages.")


def time_limit(seconds: float | None) -> dict[str, str]:
    """The setting of a connection whose statements are given up after so long; None or 0: never."""
    return {"statement_timeout": f"{seconds * 1000:.0f}"} if seconds else {}


class Wire:
    """At most `size` connections, made when first needed, the one used last lent first."""

    def __init__(
        self, url: str, size: int, on_statement: OnStatement | None = None, *, statement_seconds: float | None = None
    ) -> None:
        self.size = size
        self._limit = time_limit(statement_seconds)
        self._on_statement = on_statement
        self._url = url.replace("+asyncpg", "", 1)
        self._places = Places(size, TIMEOUT_SECONDS)
        self._idle: list[Idle] = []
        self._closed = False

    @property
    def lent_now(self) -> int:
        """How many connections are lent."""
        return self.size - self._places.free

    def lent(self, *, snapshot: bool, general: bool = False) -> "Lent":
        """A connection for a block; with `snapshot` every statement in it sees one state of the register.

        A single statement is a snapshot by itself and needs no transaction. A connection whose block failed is closed:
        it may stand in the middle of an answer. `general` has each statement planned once, whatever its values.
        """
        return Lent(self, _GENERAL if general else _BY_VALUES, snapshot=snapshot)

    async def take(self, mode: str) -> asyncpg.Connection:
        """A connection that plans so; TimeoutError where none comes free in time."""
        if not self._places.take_at_once():
            await self._places.wait()
        try:
            return self._idle_one(mode) or await self._another(mode)
        except BaseException:
            self._places.give_back()
            raise

    def give_back(self, idle: "Idle | None") -> None:
        """Let others have its place; None of a connection that is no more."""
        if idle is not None:
            if self._closed:
                idle.connection.terminate()
            else:
                self._idle.append(idle)
        self._places.give_back()

    async def close(self) -> None:
        """Close every connection; one that is lent is closed when it is given back."""
        self._closed = True
        while self._idle:
            await self._idle.pop().connection.close()

    def _idle_one(self, mode: str) -> asyncpg.Connection | None:
        """An idle connection that plans so."""
        for number in range(len(self._idle) - 1, -1, -1):
            connection, plans = self._idle[number]
            if connection.is_closed():
                del self._idle[number]
            elif plans is mode:
                del self._idle[number]
                return connection
        return None

    async def _another(self, mode: str) -> asyncpg.Connection:
        """A new connection while there may be more, else an idle one that is told to plan so."""
        if not self._idle or self.lent_now + len(self._idle) <= self.size:
            return await self._connected(mode)
        connection = self._idle.pop().connection
        try:
            await connection.execute(f"SET plan_cache_mode = {mode}")
        except BaseException:
            connection.terminate()
            raise
        return connection

    async def _connected(self, mode: str) -> asyncpg.Connection:
        settings = {"TimeZone": "UTC", "jit": "off", "default_transaction_read_only": "on", "plan_cache_mode": mode}
        settings |= self._limit
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


class Lent:
    """The block in which a connection is lent."""

    __slots__ = ("_connection", "_mode", "_snapshot", "_wire")

    def __init__(self, wire: Wire, mode: str, *, snapshot: bool) -> None:
        self._wire = wire
        self._mode = mode
        self._snapshot = snapshot

    async def __aenter__(self) -> asyncpg.Connection:
        """Wait for a connection, and begin."""
        self._connection = await self._wire.take(self._mode)
        if self._snapshot:
            await self._or_let_go(self._connection.execute(_SNAPSHOT))
        return self._connection

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End, and give the connection back, or close it where the block failed."""
        if kind is not None:
            self._let_go()
            return
        if self._snapshot:
            await self._or_let_go(self._connection.execute("COMMIT"))
        self._wire.give_back(Idle(self._connection, self._mode))

    async def _or_let_go(self, said: Awaitable[object]) -> None:
        try:
            await said
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        self._connection.terminate()
        self._wire.give_back(None)
