"""Connections to the register: writes go to the primary, reads to a standby where there is one that may answer."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from copy import copy
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.server import POOL_TIMEOUT_SECONDS, DatabaseGone, DatabaseRefused, Pool, Server
from db.standbys import Standbys
from db.wire import OnStatement, Wire

__all__ = ["POOL_SIZE", "POOL_TIMEOUT_SECONDS", "Database", "DatabaseGone", "DatabaseRefused", "Pool", "rows"]

POOL_SIZE = 5
MOST_BEHIND_SECONDS = 10.0


class Database:
    """The register's database, which lends connections: a read is one snapshot, a write one transaction.

    With `read_urls` what is read comes from these standbys, as `db.standbys` tells; each `reading` may come from
    another of them, unless the database is `chosen` for one who asks. A statement that takes longer than
    `statement_seconds` is given up: TookTooLong.
    """

    def __init__(  # noqa: PLR0913 -- all but one have defaults and are named
        self,
        url: str,
        *,
        pool_size: int = POOL_SIZE,
        read_urls: Sequence[str] = (),
        most_behind_seconds: float = MOST_BEHIND_SECONDS,
        on_statement: OnStatement | None = None,
        statement_seconds: float | None = None,
    ) -> None:
        self.url = url
        self.primary, *standbys = (
            Server(each, pool_size, on_statement, statement_seconds=statement_seconds) for each in (url, *read_urls)
        )
        self.standbys = Standbys(self.primary, standbys, most_behind_seconds)
        self.fixed: Server | None = None

    @property
    def servers(self) -> list[Server]:
        """The primary, then the standbys."""
        return [self.primary, *(each.server for each in self.standbys.watched)]

    @property
    def server(self) -> Server:
        """Where is read."""
        return self.fixed or self.standbys.chosen(newest=False, least=0)

    @property
    def wire(self) -> Wire:
        """The connections for compiled plans."""
        return self.server.wire

    def chosen(self, *, newest: bool = False, least: int = 0) -> "Database":
        """The same database, read from one server throughout.

        `newest`: for one who may have written and must see it; `least`: for one who has seen that revision already.
        """
        if not self.standbys:
            return self
        bound = copy(self)
        bound.fixed = self.standbys.chosen(newest=newest, least=least)
        return bound

    def pools(self) -> dict[str, Pool]:
        """How many connections are lent and may be, by purpose; `write` reads too where there is no standby."""
        wires = [each.wire for each in self.servers]
        pools = {"write": self.primary.pool}
        if self.standbys:
            pools["read"] = _together([each.server.pool for each in self.standbys.watched])
        return pools | {"plans": _together([Pool(each.lent_now, each.size) for each in wires])}

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection in a read-only transaction that sees one state of the register throughout."""
        async with self.server.lent() as connection:
            await connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection, None]:
        """A connection in a transaction that commits when the block ends and is undone when it raises."""
        async with self.primary.lent() as connection, connection.begin():
            yield connection

    async def close(self) -> None:
        """Give every connection back to the servers."""
        for each in self.servers:
            await each.close()


async def rows(connection: AsyncConnection, statement: sa.Executable) -> Sequence[Mapping[str, Any]]:
    """Every row a statement gives, as mappings by column name."""
    result = await connection.execute(statement)
    return [dict(row) for row in result.mappings()]


def _together(pools: Sequence[Pool]) -> Pool:
    return Pool(sum(each.lent for each in pools), sum(each.size for each in pools))
