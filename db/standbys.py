"""Which server a reader is sent to: a standby that is near enough, or the primary.

Standbys follow the primary a moment behind. Each server is looked at once a second: where it does not answer nobody is
sent to it, and a standby that lacks a revision which the primary had `most_behind_seconds` ago is too far behind.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from time import monotonic

import asyncpg

from db.server import CONNECTION_FAILURES, Server, own_connection

LOOK_SECONDS = 1.0
_SILENT_SECONDS = 2.0
_SEEN = """
    SELECT number, CASE WHEN NOT pg_is_in_recovery() THEN NULL
        WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE extract(epoch FROM clock_timestamp() - coalesce(pg_last_xact_replay_timestamp(), recorded_at)) END::float
    FROM revision
"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server told: the revision it has, and the seconds its replay is behind (None: it is no standby)."""

    revision: int
    lag_seconds: float | None


class Watched:
    """A server that is looked at. `seen` is None while it does not answer."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.seen: Seen | None = None
        self.at = datetime.now(UTC)
        self._connection: asyncpg.Connection | None = None

    async def look(self) -> None:
        """Ask it, and remember what it tells."""
        try:
            async with asyncio.timeout(_SILENT_SECONDS):
                row = await (await self._connected()).fetchrow(_SEEN)
        except CONNECTION_FAILURES as error:
            self._lose(error)
        else:
            self.seen, self.at = Seen(row[0], row[1]) if row else None, datetime.now(UTC)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.terminate()
        self._connection = None

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():
            self._connection = await own_connection(self.server.url, _SILENT_SECONDS)
        return self._connection

    def _lose(self, error: Exception) -> None:
        if self.seen is not None:
            _log.warning("A server of the register does not answer (%s); others are asked.", error.__class__.__name__)
        self.seen = None
        self.close()


class Standbys:
    """The primary and what follows it; without standbys everything is read from the primary, and nothing looked at."""

    def __init__(self, primary: Server, standbys: Sequence[Server], most_behind_seconds: float) -> None:
        self.primary = Watched(primary)
        self.watched = [Watched(each) for each in standbys]
        self._most_behind = most_behind_seconds
        self._moves: list[tuple[float, int]] = []
        self._turn = count()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.watched)

    @property
    def unconfirmed_since(self) -> datetime | None:
        """When the primary was last asked, while it does not answer: nobody knows what it has recorded since."""
        return self.primary.at if self.watched and self.primary.seen is None else None

    @property
    def newest_known(self) -> int:
        """The newest revision that any server was seen to have."""
        return max([self._moves[-1][1] if self._moves else 0, *(_revision(each) for each in self.watched)])

    def chosen(self, *, newest: bool, least: int) -> Server:
        """Where to read: with `newest` from the primary; else from a standby that has at least revision `least`.

        Where the primary does not answer a standby does, for reads go on.
        """
        if not self.watched:
            return self.primary.server
        near = [] if newest else [each for each in self.watched if self._is_near(each, least)]
        if near:
            return near[next(self._turn) % len(near)].server
        if self.primary.seen is None:
            answering = [each for each in self.watched if each.seen]
            return max(answering, key=_revision, default=self.primary).server
        return self.primary.server

    @asynccontextmanager
    async def watching(self) -> AsyncGenerator[None, None]:
        """Look at every server, again and again while the block runs."""
        if not self.watched:
            yield
            return
        await self.look()
        task = asyncio.create_task(self._look_for_ever())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            for each in (self.primary, *self.watched):
                each.close()

    async def look(self) -> None:
        """Look at every server once."""
        await asyncio.gather(*(each.look() for each in (self.primary, *self.watched)))
        if self.primary.seen is not None:
            self._moved_to(self.primary.seen.revision)

    async def _look_for_ever(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self.look()

    def _moved_to(self, revision: int) -> None:
        """Remember when the primary was first seen to have a revision, as far back as that decides anything."""
        if not self._moves or self._moves[-1][1] != revision:
            self._moves.append((monotonic(), revision))
        while len(self._moves) > 1 and self._moves[1][0] <= monotonic() - self._most_behind:
            del self._moves[0]

    def _is_near(self, standby: Watched, least: int) -> bool:
        if standby.seen is None:
            return False
        seen, revision = self._moves[0] if self._moves else (monotonic(), 0)
        must_have = revision if seen <= monotonic() - self._most_behind else 0
        return standby.seen.revision >= max(must_have, least)


def _revision(watched: Watched) -> int:
    return watched.seen.revision if watched.seen else -1
