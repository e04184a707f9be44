"""When there is something new to read: heard on a connection of our own, and looked for where nothing can be heard.

A NOTIFY may be lost (a pooler, a broken connection) and never reaches a standby. So what is heard only shortens the
wait until the next look: the numbers in the tables are the truth.
"""

import asyncio
import logging
from contextlib import suppress

import asyncpg
from sqlalchemy.exc import SQLAlchemyError

from auktor.core.errors import Unavailable
from db.engine import Database
from db.following.logs import Log, newest
from db.server import CONNECTION_FAILURES

CHANNEL = "auktor_news"
HEARING_SECONDS = 5.0
DEAF_SECONDS = 1.0
_CONNECT_SECONDS = 5.0
FAILURES = (Unavailable, SQLAlchemyError, *CONNECTION_FAILURES)
_log = logging.getLogger(__name__)


class News:
    """The newest numbers as this process knows them. Nothing runs until somebody waits for the first time.

    `listen_url`: where to listen, past any pooler; None: nowhere, as on a standby. Looks are `hearing_seconds` apart
    while the connection hears, and `deaf_seconds` while it does not.
    """

    def __init__(
        self,
        database: Database,
        listen_url: str | None,
        *,
        hearing_seconds: float = HEARING_SECONDS,
        deaf_seconds: float = DEAF_SECONDS,
    ) -> None:
        self._database = database
        self._url = listen_url and listen_url.replace("+asyncpg", "", 1)
        self._seconds = {True: hearing_seconds, False: deaf_seconds}
        self._newest = dict.fromkeys(Log, 0)
        self._told = asyncio.Event()
        self._knocked = asyncio.Event()
        self._ear: asyncpg.Connection | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def hears(self) -> bool:
        """Whether the connection that listens is up."""
        return self._ear is not None and not self._ear.is_closed()

    async def beyond(self, log: Log, number: int) -> None:
        """Wait until the newest number of a log is above `number`."""
        self._watching = self._watching or asyncio.create_task(self._watch())
        while self._newest[log] <= number:
            await self._told.wait()

    async def close(self) -> None:
        """Stop listening and looking."""
        if self._watching:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        if self._ear:
            self._ear.terminate()

    async def _watch(self) -> None:
        while True:
            self._knocked.clear()
            looked = await self._looked()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._knocked.wait(), self._seconds[looked and self.hears])

    async def _looked(self) -> bool:
        try:
            await self._listen()
            await self._look()
        except FAILURES as error:
            _log.warning("The register's changes cannot be followed just now: %s", error)
            return False
        return True

    async def _listen(self) -> None:
        """Listen again where nothing is heard. Whoever cannot listen still looks."""
        if self._url is None or self.hears:
            return
        try:
            ear = await asyncpg.connect(self._url, timeout=_CONNECT_SECONDS)
            ear.add_termination_listener(self._lost)
            await ear.add_listener(CHANNEL, self._heard)
        except CONNECTION_FAILURES as error:
            _log.warning("Nothing is heard of changes, which are looked for instead: %s", error)
        else:
            self._ear = ear

    def _heard(self, *_message: object) -> None:
        self._knocked.set()

    def _lost(self, _connection: object) -> None:
        self._knocked.set()

    async def _look(self) -> None:
        async with self._database.reading() as connection:
            found = await newest(connection)
        if any(found[log] > self._newest[log] for log in Log):
            self._newest = {log: max(found[log], self._newest[log]) for log in Log}
            told, self._told = self._told, asyncio.Event()
            told.set()
