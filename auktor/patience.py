"""How long a caller may take to say what it wants: uvicorn itself waits for ever, and every caller holds a socket."""

from asyncio import BaseTransport, Event, TimerHandle, Transport
from typing import cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from auktor.long_answer import DRAINING

REQUEST_SECONDS = 9.0
GOODBYE_SECONDS = 10.0
_STILL_SPEAKING = frozenset({h11.IDLE, h11.SEND_BODY})


class ImpatientSocket(WebSocketsSansIOProtocol):
    """A WebSocket that is cut where its end has been told and its caller does not take it."""

    async def run_asgi(self) -> None:
        """Answer, then wait only so long for what has been written to be taken."""
        await super().run_asgi()
        self.loop.call_later(GOODBYE_SECONDS, self.transport.abort)


class ImpatientProtocol(H11Protocol):
    """HTTP/1.1 where a request must be whole, header and body, `REQUEST_SECONDS` after the caller began to speak.

    A byte now and then does not prolong it. Between two requests uvicorn's own shorter patience applies.
    """

    _deadline: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """A caller that connects has begun to speak."""
        super().connection_made(cast("Transport", transport))
        self._expect_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is waited for any more."""
        self._expect_nothing()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The program drains: an answer that goes on and on is told to end, every other one comes to its end."""
        draining: Event | None = self.app_state.get(DRAINING)
        if draining:
            draining.set()
        super().shutdown()

    def handle_events(self) -> None:
        """Read what has come, then wait on only where more must come."""
        super().handle_events()
        if self.conn.their_state in _STILL_SPEAKING:
            self._expect_more()
        else:
            self._expect_nothing()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """A socket that stays open has rules of its own."""
        self._expect_nothing()
        super().handle_websocket_upgrade(event)

    def _expect_more(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self.transport.close)

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
