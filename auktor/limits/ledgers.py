"""Where the processes that answer tell each other what clients have spent: the database, or a Redis that is set."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Unavailable
from auktor.settings import BadSetting, Settings
from db import points
from db.engine import Database
from db.points import Told


class LedgerAway(Unavailable):
    """Nobody tells what the other processes have counted."""

    code = "LEDGER_AWAY"


class Ledger(Protocol):
    """What all processes have counted together."""

    async def tell(self, batch: Sequence[Told]) -> Mapping[bytes, float]:
        """Add a batch; what each client in it has spent by now in all processes. LedgerAway where it cannot be told."""
        ...

    async def forget(self) -> None:
        """Forget the clients that have spent nothing for minutes."""
        ...

    async def close(self) -> None:
        """Let go of what is held."""
        ...


class InDatabase:
    """A table of the database that is no part of the register."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tell(self, batch: Sequence[Told]) -> Mapping[bytes, float]:
        """As a ledger does."""
        async with self._writing() as connection:
            return await points.tell(connection, batch)

    async def forget(self) -> None:
        """As a ledger does."""
        async with self._writing() as connection:
            await points.forget(connection)

    async def close(self) -> None:
        """The database is closed by whoever made it."""

    @asynccontextmanager
    async def _writing(self) -> AsyncGenerator[AsyncConnection, None]:
        try:
            async with self._database.writing() as connection:
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise LedgerAway(str(error)) from error


def ledger_of(settings: Settings, database: Database) -> Ledger:
    """The ledger that is set."""
    if settings.redis_url is None:
        return InDatabase(database)
    try:
        from auktor.limits.in_redis import InRedis  # noqa: PLC0415 -- only where it is asked for
    except ImportError as error:
        raise BadSetting(
            "AUKTOR_REDIS_URL is set, but the client of Redis is not installed. Install auktor[redis], or unset it."
        ) from error
    return InRedis(settings.redis_url)
