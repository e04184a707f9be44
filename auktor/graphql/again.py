"""The same request again, answered from memory before anything of it is read anew.

A request is the same where its method, its address, its body and every header line are, but for the lines that no
answer depends on. What is remembered of it is the name of the kept answer it was given and in which shape. Whether that
is still kept, whether it still stands, and whether the client has points left is asked each time; where any of it is
not so, the request takes the long way, which says so. Whoever brings a token is always answered the long way.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from time import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auktor.core.bounded import Bounded
from auktor.core.errors import Unavailable
from auktor.core.periods import stockholm_today
from auktor.graphql.endpoint import Admission
from auktor.graphql.reading import LARGEST_BODY_BYTES
from auktor.graphql.repeatable import Repeatable, noting
from auktor.graphql.writing import repeated
from auktor.kept import KeptAnswers
from auktor.limits import Caller, client_of, rate_lines
from auktor.watching.seen import noted
from auktor.written import Line
from db.engine import Database

# Told in the log and in traces, or by nobody.
_OF_NO_ANSWER = frozenset({
    b"connection", b"content-length", b"cookie", b"dnt", b"host", b"priority", b"referer", b"sec-ch-ua",
    b"sec-ch-ua-mobile", b"sec-ch-ua-platform", b"sec-fetch-dest", b"sec-fetch-mode", b"sec-fetch-site",
    b"traceparent", b"tracestate", b"user-agent", b"x-request-id",
})  # fmt: skip
_ASKING = frozenset({"GET", "HEAD", "POST", "QUERY"})
_WITH_BODY = frozenset({"POST", "QUERY"})
_MOST_CLIENTS = 10_000
_OVERHEAD_BYTES, _LINE_BYTES = 1_000, 150


class Again:
    """Answers what it has been asked before, and has `app` answer everything else. Remembers `most_bytes`, about.

    `reading_for` the header lines of a request says where it is read for.
    """

    def __init__(
        self,
        app: ASGIApp,
        kept: KeptAnswers,
        reading_for: Callable[[Sequence[Line]], Database],
        admission: Admission,
        most_bytes: int,
    ) -> None:
        self._app = app
        self._kept = kept
        self._reading_for = reading_for
        self._points = admission.points
        self._trusted_proxies = admission.trusted_proxies
        self._known: Bounded[Repeatable] = Bounded(most_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in _ASKING:
            await self._app(scope, receive, send)
            return
        lines = [line for line in scope["headers"] if line[0] not in _OF_NO_ANSWER]
        body: bytes | None = b""
        if scope["method"] in _WITH_BODY:
            body, receive = await _whole_body(receive)
        name = (scope["method"], scope["query_string"], body, *lines)
        known = self._known.get(name)
        if known is not None and await self._answered(known, scope, lines, send):
            return
        note = noting(scope)
        await self._app(scope, receive, send)
        if note.repeatable is not None and body is not None:
            self._known.put(name, note.repeatable, _size(name))

    async def _answered(self, known: Repeatable, scope: Scope, lines: Sequence[Line], send: Send) -> bool:
        """Whether what is known could be sent."""
        try:
            answer = await self._kept.standing(known.answer, self._reading_for(lines), _today())
            if answer is None:
                return False
            charge = self._points.charge(self._client(scope, lines), 1)
        except Unavailable:  # the long way says what is
            return False
        store, seen = self._kept.store, noted()
        store.counts.hits += 1
        seen.document, seen.points = known.document, 1
        if_none_match = next((value for name, value in lines if name == b"if-none-match"), b"")
        written = repeated(answer, known.shape, if_none_match, store)
        more = [*known.lines, *rate_lines(charge, answer.cost.points)]
        await written.also(more)(scope, _nothing_more, send)
        return True

    def _client(self, scope: Scope, lines: Sequence[Line]) -> bytes:
        peer = scope["client"][0] if scope["client"] else None
        said = tuple(value.decode("latin-1") for name, value in lines if name == b"x-forwarded-for")
        return _client(peer, said, self._trusted_proxies)


async def _whole_body(receive: Receive) -> tuple[bytes | None, Receive]:
    """The body, None where it has no end that anybody would wait for; and what gives all of it once more."""
    parts, size = [await receive()], 0
    while parts[-1].get("more_body") and size <= LARGEST_BODY_BYTES:
        size += len(parts[-1].get("body", b""))
        parts.append(await receive())
    again = iter(parts)

    async def once_more() -> Message:
        return next(again, None) or await receive()

    if parts[-1]["type"] != "http.request" or parts[-1].get("more_body"):
        return None, once_more
    return b"".join(part.get("body", b"") for part in parts), once_more


def _size(name: tuple[object, ...]) -> int:
    """Bytes that a request takes here, about."""
    return _OVERHEAD_BYTES + sum(len(part) if isinstance(part, bytes) else _LINE_BYTES for part in name)


async def _nothing_more() -> Message:
    return {"type": "http.disconnect"}


@lru_cache(_MOST_CLIENTS)
def _client(peer: str | None, forwarded_for: tuple[str, ...], trusted_proxies: int) -> bytes:
    return client_of(Caller(peer, forwarded_for), trusted_proxies)


def _today() -> date:
    return _day_of(int(time()) // 60)


@lru_cache(2)
def _day_of(minute: int) -> date:
    """The day in Stockholm, of a minute since the epoch: no day begins within a minute."""
    return stockholm_today(datetime.fromtimestamp(minute * 60, UTC))
