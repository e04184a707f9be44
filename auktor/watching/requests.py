"""Every request is counted, told of in the log and traced, once its answer has ended."""

import logging
from time import perf_counter

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auktor.watching.metrics import Metrics
from auktor.watching.seen import Seen, begin
from auktor.watching.traces import Traces

_log = logging.getLogger("auktor.requests")


class Watch:
    """Tells `metrics` and the log, at `level`, how a request ended.

    Neither the address nor a header is told of: variables and tokens stand there.
    """

    def __init__(self, metrics: Metrics, level: int) -> None:
        self._metrics = metrics
        self._level = level

    def ended(self, seen: Seen, seconds: float) -> None:
        """A request has ended, so long after it began."""
        self._metrics.ended(seen, seconds)
        if _log.isEnabledFor(self._level):
            told = {"outcome": seen.outcome, "status": seen.status, "milliseconds": round(seconds * 1000, 1)}
            asked = {"document": seen.document, "points": seen.points}
            _log.log(self._level, "%s %s", seen.document, seen.outcome, extra={"told": asked | told})


class Watched:
    """Lets `app` answer and tells `watch` and `traces` how that went."""

    def __init__(self, app: ASGIApp, watch: Watch, traces: Traces) -> None:
        self._app = app
        self._watch = watch
        self._traces = traces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hold one connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        seen = begin(headers.get("x-request-id"))
        if scope["type"] == "websocket":  # open for hours: what it asks is no request with one answer
            await self._app(scope, receive, send)
            return

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
            await send(message)

        began = perf_counter()
        with self._traces.request(scope["method"], headers) as span:
            try:
                await self._app(scope, receive, noting)
            except Exception:
                seen.status = 500  # answered further out, where nobody is left to count
                raise
            finally:
                self._watch.ended(seen, perf_counter() - began)
                span.ended(seen)
