"""An answer that goes on, as ASGI sends it: kept alive, and ended by whoever ends it first."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.types import Receive, Scope, Send

ALIVE_SECONDS = 12.0
SLOW_SECONDS = 15.0
DRAINING = "draining"


@dataclass(frozen=True, slots=True)
class Wire:
    """How an answer that goes on is written: its header lines, what keeps it alive, and whether draining ends it."""

    lines: Sequence[tuple[bytes, bytes]]
    alive: bytes
    ends_with_draining: bool = True


@dataclass(frozen=True, slots=True)
class Until:
    """When a stream ends that nobody ends: after `seconds` (None: never), with these `last_words`."""

    seconds: float | None = None
    last_words: bytes = b""


class LongAnswer:
    """The answer that sends `parts` as they come.

    It ends with them, when the client leaves or does not take what it asked for, when its time is out, or when the
    program drains; `parts` are then closed and `ended` is called.
    """

    def __init__(self, parts: AsyncGenerator[bytes, None], until: Until, ended: Callable[[], None], wire: Wire) -> None:
        self._parts = parts
        self._until = until
        self._ended = ended
        self._wire = wire

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until one of them ends it."""
        draining: asyncio.Event = scope.get("state", {}).get(DRAINING) or asyncio.Event()
        sending, left = asyncio.ensure_future(self._send(send)), asyncio.ensure_future(_left(receive))
        ends: list[asyncio.Future[Any]] = [sending, left]
        if self._wire.ends_with_draining:
            ends.append(asyncio.ensure_future(draining.wait()))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self._wire.lines})
            done, _ = await asyncio.wait(ends, timeout=self._until.seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in ends:
                each.cancel()
            await asyncio.gather(*ends, return_exceptions=True)
            await self._parts.aclose()
            self._ended()
        if left not in done:
            await send({"type": "http.response.body", "body": b"" if done else self._until.last_words})

    async def _send(self, send: Send) -> None:
        following = asyncio.ensure_future(anext(self._parts, None))
        try:
            while True:
                await asyncio.wait([following], timeout=ALIVE_SECONDS)
                part = following.result() if following.done() else self._wire.alive
                if part is None:
                    return
                async with asyncio.timeout(SLOW_SECONDS):
                    await send({"type": "http.response.body", "body": part, "more_body": True})
                if following.done():
                    following = asyncio.ensure_future(anext(self._parts, None))
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
