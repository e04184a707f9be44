"""Which of two answers a request at `/graphql` is given: one, or a stream of them."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from auktor.live.event_streams import TOKEN_HEADER
from auktor.whole_answer import Written

_EVENTS = "text/event-stream"
_OF_STREAMS = frozenset({"PUT", "DELETE"})

Answering = Callable[[Request], Awaitable[ASGIApp]]


class LiveAddress:
    """Hands requests for event streams to `streams`, and all others to `single`; an answer is sent as it is `dressed`.

    One that is written whole has all its header lines and is compressed already.
    """

    def __init__(self, single: Answering, streams: Answering, dressed: Callable[[ASGIApp], ASGIApp]) -> None:
        self._single = single
        self._streams = streams
        self._dressed = dressed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive, send)
        answering = self._streams if _is_for_a_stream(request) else self._single
        answer = await answering(request)
        await (answer if isinstance(answer, Written) else self._dressed(answer))(scope, receive, send)


def _is_for_a_stream(request: Request) -> bool:
    """A stream is asked for by its method, by a token, or by an Accept that names it before any other form."""
    if request.method in _OF_STREAMS or TOKEN_HEADER in request.headers:
        return True
    first = request.headers.get("accept", "").split(",")[0].partition(";")[0].strip().lower()
    return first == _EVENTS and request.method != "OPTIONS"
