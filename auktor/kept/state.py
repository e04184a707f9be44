"""The state of the register for many who ask at once: one read serves all who were waiting when it began."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from db.revision import State


class StateSource(Protocol):
    """Where the state of the register is learnt. `known`: what may be believed unasked; `last`: what was told last."""

    known: State | None
    last: State | None

    def read(self) -> asyncio.Future[State]:
        """The state by a read that began after this was called."""
        ...


class StrictState:
    """Asks the database each time, with at most one read under way: whoever comes meanwhile waits for the next."""

    known: State | None = None
    last: State | None = None

    def __init__(self, read: Callable[[], Awaitable[State]]) -> None:
        self._read = read
        self._waiting: list[asyncio.Future[State]] = []
        self._task: asyncio.Task[None] | None = None
        self.reads = 0

    @asynccontextmanager
    async def kept_current(self) -> AsyncGenerator[None, None]:
        """Nothing is needed to stay current while the block runs."""
        yield

    def read(self) -> asyncio.Future[State]:
        """The state by a read that began after this was called."""
        mine: asyncio.Future[State] = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        if self._task is None:
            self._task = asyncio.create_task(self._read_for_all())
        return mine

    async def _read_for_all(self) -> None:
        while self._waiting:
            await asyncio.sleep(0)  # whoever has come already, and was not heard yet, is read for too
            waiting, self._waiting = self._waiting, []
            self.reads += 1
            try:
                state = await self._read()
            except Exception as error:  # noqa: BLE001 -- told to each of those who wait
                _tell(waiting, error)
            else:
                self.last = state
                _tell(waiting, state)
        self._task = None


def _tell(waiting: list[asyncio.Future[State]], found: State | Exception) -> None:
    """Tell all who still wait."""
    for each in waiting:
        if not each.done():
            if isinstance(found, Exception):
                each.set_exception(found)
            else:
                each.set_result(found)
