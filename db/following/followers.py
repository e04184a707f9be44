"""Any number of followers of a log, each at its own pace: none holds a queue, and those at the same place read once."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from db.engine import Database
from db.following.logs import Log, Stretch, newest, stretch
from db.following.news import FAILURES, News
from db.visibility import Viewer

READS_AT_ONCE = 2
AGAIN_SECONDS = 0.5

__all__ = ["AGAIN_SECONDS", "READS_AT_ONCE", "Followers", "Log"]

_Place = tuple[Log, object, str | None, int]


class Followers:
    """Followers of one database. They share `READS_AT_ONCE` of its connections, so that questions find theirs."""

    def __init__(self, database: Database, news: News) -> None:
        self._database = database
        self._news = news
        self._reading: dict[_Place, asyncio.Task[Stretch]] = {}
        self._turnstile = asyncio.Semaphore(READS_AT_ONCE)
        self.reads = 0
        self.following = 0

    async def follow(self, log: Log, viewer: Viewer, after: int | None = None) -> AsyncGenerator[dict[str, Any], None]:
        """Every row after a number that the viewer may see, oldest first, for ever; None: those that come from now on.

        While the database is away nothing comes, and then what came meanwhile. Where several standbys answer, one may
        not be as far as another: what it does not have yet is asked for again.
        """
        self.following += 1
        try:
            at = await self._last(log) if after is None else after
            while True:
                await self._news.beyond(log, at)
                found = await self._patiently(log, viewer, at)
                if found.to <= at:
                    await asyncio.sleep(AGAIN_SECONDS)
                for row in found.rows:
                    yield row
                at = found.to
        finally:
            self.following -= 1

    async def close(self) -> None:
        """Stop watching for news."""
        await self._news.close()

    async def _last(self, log: Log) -> int:
        async with self._turnstile, self._database.reading() as connection:
            return (await newest(connection))[log]

    async def _patiently(self, log: Log, viewer: Viewer, after: int) -> Stretch:
        while True:
            try:
                return await self._shared((log, viewer.role, viewer.organisation, after), viewer)
            except FAILURES:
                await asyncio.sleep(AGAIN_SECONDS)

    async def _shared(self, place: _Place, viewer: Viewer) -> Stretch:
        """What is read at a place: once for all who ask while it is being read, whoever of them leaves meanwhile."""
        if place not in self._reading:
            task = asyncio.create_task(self._read(place, viewer))
            self._reading[place] = task
            task.add_done_callback(lambda done: self._has_been_read(place, done))
        return await asyncio.shield(self._reading[place])

    def _has_been_read(self, place: _Place, done: asyncio.Task[Stretch]) -> None:
        del self._reading[place]
        if not done.cancelled():
            done.exception()  # asked for, since everybody who waited may have left

    async def _read(self, place: _Place, viewer: Viewer) -> Stretch:
        log, _, _, after = place
        async with self._turnstile, self._database.reading() as connection:
            self.reads += 1
            return await stretch(connection, log, viewer, after)
