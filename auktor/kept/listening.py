"""The state of the register as the database last told it, unasked, when it moved.

The register is believed to stand still while a listening connection is whole and silent. It is asked for a word every
second, so that one which died without a sign is noticed; from then on, until another listens, each answer is compared
with a read, as in the strict way.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial

from auktor.kept.state import StrictState
from db.following.news import CHANNEL
from db.revision import State
from db.server import CONNECTION_FAILURES, own_connection

PULSE_SECONDS = 1.0
_log = logging.getLogger(__name__)


class NotifiedState(StrictState):
    """Reads once and believes it until told that the register moved."""

    def __init__(self, read: Callable[[], Awaitable[State]], url: str) -> None:
        super().__init__(read)
        self._url = url
        self._moves = 0
        self.listening = False

    def read(self) -> asyncio.Future[State]:
        """The state by a read, which is believed from then on if nothing moved while it lasted."""
        told = super().read()
        told.add_done_callback(partial(self._believe, self._moves))
        return told

    def _believe(self, moves: int, told: asyncio.Future[State]) -> None:
        if self.listening and moves == self._moves and not (told.cancelled() or told.exception()):
            self.known = told.result()

    @asynccontextmanager
    async def kept_current(self) -> AsyncGenerator[None, None]:
        """Listen while the block runs."""
        task = asyncio.create_task(self._listen_for_ever())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _listen_for_ever(self) -> None:
        while True:
            try:
                await self._listen()
            except CONNECTION_FAILURES as error:
                _log.warning("Nobody tells when the register moves (%s): each answer asks for its revision.", error)
            await asyncio.sleep(PULSE_SECONDS)

    async def _listen(self) -> None:
        connection = await own_connection(self._url)
        try:
            connection.add_termination_listener(self._lost)
            await connection.add_listener(CHANNEL, self._moved)
            self.listening = True
            while True:
                await asyncio.sleep(PULSE_SECONDS)
                await connection.execute("SELECT 1", timeout=PULSE_SECONDS)
        finally:
            self._lost()
            connection.terminate()

    def _moved(self, *_told: object) -> None:
        self._moves += 1
        self.known = None

    def _lost(self, *_told: object) -> None:
        self.listening = False
        self._moved()
