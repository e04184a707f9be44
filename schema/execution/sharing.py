"""One connection for a plan and the resolvers it calls: all that an answer reads is one state of the register."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from schema.context import Context, Snapshot


@dataclass(frozen=True, slots=True)
class Shared:
    """SQLAlchemy's connection, as a plan uses one."""

    snapshot: Snapshot

    async def fetch(self, query: str, *args: object) -> list[Any]:
        """Every row of a statement."""
        async with self.snapshot.free:
            return [*(await self.snapshot.connection.exec_driver_sql(query, args))]


class Unconnected:
    """What a plan without a statement is handed."""

    async def fetch(self, query: str, *_args: object) -> list[Any]:
        """Nothing can be read: an AssertionError."""
        raise AssertionError(query)


@asynccontextmanager
async def shared(context: Context) -> AsyncGenerator[tuple[Shared, Context]]:
    """A connection in one snapshot, and the context with which resolvers read from it."""
    async with context.one_snapshot() as own:
        assert own.snapshot  # noqa: S101 -- that is what it is for
        yield Shared(own.snapshot), own
