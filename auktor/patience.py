"""How long a caller may take to say what it wants, and how much: uvicorn itself waits for ever and reads any header."""

from asyncio import BaseTransport, Event, TimerHandle, Transport
from typing import cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from auktor.accepting import ACCEPTING, Accepting
from auktor.long_answer import DRAINING

REQUEST_SECONDS = 9.0
GOODBYE_SECONDS = 10.0
LARGEST_HEAD_BYTES = 64 * 1024
MOST_AT_ONCE = 16


class TooManyAtOnce(Exception):
    """A caller that sends request upon request and waits for no answer: each would be held until its turn."""


class ImpatientSocket(WebSocketsSansIOProtocol):
    """A WebSocket that is cut where its end has been told and its caller does not take it."""

    async def run_asgi(self) -> None:
        """Answer, then wait only so long for what has been written to be taken."""
        await super().run_asgi()
        self.loop.call_later(GOODBYE_SECONDS, self.transport.abort)


class ImpatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 where a request must be whole, header and body, `REQUEST_SECONDS` after the caller began to speak.

    A byte now and then does not prolong it. Between two requests uvicorn's own shorter patience applies. An address and
    header lines that pass `LARGEST_HEAD_BYTES` (and what came with their first byte) are not read to their end. Behind
    a request that is being answered `MOST_AT_ONCE` may wait.
    """

    _deadline: TimerHandle | None = None
    _in_head = False
    _in_request = False
    _head_bytes = 0
    _began_now = False

    def connection_made(self, transport: BaseTransport) -> None:
        """A caller that connects has begun to speak."""
        super().connection_made(cast("Transport", transport))
        accepting: Accepting | None = self.app_state.get(ACCEPTING)
        if accepting is not None:
            accepting.accepted()
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

    def data_received(self, data: bytes) -> None:
        """Read what has come; a head that goes on for too long is not read to its end.

        What came whole waits for nobody: no clock is set for it.
        """
        self._began_now = False
        super().data_received(data)
        if self._in_request:
            self._expect_more()
        else:
            self._expect_nothing()
        if self._in_head and not self._began_now:
            self._head_bytes += len(data)
            if self._head_bytes > LARGEST_HEAD_BYTES:
                self._refuse(431, f"The header has more than {LARGEST_HEAD_BYTES} bytes. Send fewer.")

    def on_message_begin(self) -> None:
        """The first byte of a request."""
        super().on_message_begin()
        self._in_head, self._in_request, self._head_bytes, self._began_now = True, True, 0, True

    def on_headers_complete(self) -> None:
        """The last byte of its head; TooManyAtOnce, for which uvicorn answers 400, where too many wait before it."""
        self._in_head = False
        if len(self.pipeline) >= MOST_AT_ONCE:
            raise TooManyAtOnce
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The last byte of a request."""
        super().on_message_complete()
        self._in_request = False

    def handle_websocket_upgrade(self) -> None:
        """A socket that stays open has rules of its own."""
        self._in_request = False
        super().handle_websocket_upgrade()

    def _expect_more(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        """Say so to whoever began a request that is not yet answered; who never spoke is told nothing."""
        cycle = cast("RequestResponseCycle | None", self.cycle)
        answering = cycle is not None and cycle.response_started and not cycle.response_complete
        if self._in_request and not answering:
            self._refuse(
                408, f"The request did not come to its end within {REQUEST_SECONDS:g} seconds. Send it at once."
            )
        else:
            self.transport.close()

    def _refuse(self, status: int, message: str) -> None:
        """Answer what was not read to its end, and close: what is left of it cannot be told from the next request."""
        head = f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(message)}\r\nconnection: close\r\n\r\n"
        self.transport.write(STATUS_LINE[status] + head.encode() + message.encode())
        self.transport.close()
