"""What was asked before and may be answered by its bytes, before anything of it is read anew.

A request is the same where its method, its address, its body and every header line are, but for the lines that no
answer depends on. What is remembered of it is the name of the kept answer it was given and in which shape. Whether that
is still kept, whether it still stands, and whether the client has points left is asked each time; where any of it is
not so, the request takes the long way, which says so. Whoever brings a token is always answered the long way.
"""

from asyncio import Future
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from time import time

from starlette.types import Scope

from auktor.core.bounded import Bounded
from auktor.core.periods import stockholm_today
from auktor.graphql.endpoint import Admission
from auktor.graphql.repeatable import Repeatable, noting
from auktor.graphql.writing import repeated
from auktor.kept import KeptAnswers
from auktor.limits import Caller, client_of, rate_head
from auktor.standing_by import ReadingWithoutRole
from auktor.watching.requests import Watch
from auktor.watching.seen import Seen
from auktor.written import Line, Written, head_of
from db.revision import State

PATH = "/graphql"
# Under which name a connection finds it among what the application has told the server.
AGAIN = "again"
# Whoever sends more is not answered from memory: so much may wait for its end outside of the application.
LARGEST_BYTES = 32 * 1024
# Told in the log and in traces, or by nobody.
_OF_NO_ANSWER = frozenset({
    b"connection", b"content-length", b"cookie", b"dnt", b"host", b"priority", b"referer", b"sec-ch-ua",
    b"sec-ch-ua-mobile", b"sec-ch-ua-platform", b"sec-fetch-dest", b"sec-fetch-mode", b"sec-fetch-site",
    b"traceparent", b"tracestate", b"user-agent", b"x-request-id",
})  # fmt: skip
_ASKING = frozenset({"GET", "POST", "QUERY"})
_OVERHEAD_BYTES, _LINE_BYTES = 1_000, 150


@dataclass(frozen=True, slots=True)
class Told:
    """A request that is whole: what it is known by, the lines that decide its answer, the other end, and its id."""

    name: tuple[object, ...]
    lines: Sequence[Line]
    peer: str | None
    request_id: str | None


def may_be_known(scope: Scope) -> bool:
    """Whether a request, of which only the head is there, may be one to answer when it is whole."""
    return scope["path"] == PATH and scope["method"] in _ASKING


class Again:
    """Remembers requests, `most_bytes` of them about, and answers those whose answers stand."""

    def __init__(
        self,
        kept: KeptAnswers,
        reading: ReadingWithoutRole,
        admission: Admission,
        watch: Watch,
        most_bytes: int,
    ) -> None:
        self.watch = watch
        self._kept = kept
        self._reading = reading
        self._points = admission.points
        self._trusted_proxies = admission.trusted_proxies
        self._known: Bounded[Repeatable] = Bounded(most_bytes)
        self._of_server: tuple[list[Line], bytes] = ([], b"")

    def told(self, scope: Scope, body: bytes) -> Told:
        """A whole request."""
        lines: list[Line] = []
        request_id: str | None = None
        for line in scope["headers"]:
            if line[0] not in _OF_NO_ANSWER:
                lines.append(line)
            elif line[0] == b"x-request-id":
                request_id = line[1].decode("latin-1")
        peer = scope["client"][0] if scope["client"] else None
        return Told((scope["method"], scope["query_string"], body, *lines), lines, peer, request_id)

    def known(self, told: Told) -> Repeatable | None:
        """How it was answered before, if it is remembered."""
        return self._known.get(told.name)

    def state(self, told: Told) -> State | Future[State]:
        """The state of the register to answer it by, or who will tell; Unavailable where nobody does."""
        source = self._kept.state_of(self._reading.database(told.lines))
        return source.known or source.read()

    def answer(self, told: Told, known: Repeatable, state: State, seen: Seen) -> Written | None:
        """The answer as it goes over the wire, None where it no longer stands; OutOfPoints where nothing is left."""
        answer = self._kept.standing(known.answer, state, _today())
        if answer is None:
            return None
        charge = self._points.charge(self._client(told), 1)
        self._kept.store.counts.hits += 1
        seen.document, seen.points = known.read.document, 1
        written = repeated(answer, known.read.shape, known.read.if_none_match, self._kept.store)
        return written.also(known.head + rate_head(charge, answer.cost.points))

    def beside(self, of_server: list[Line]) -> bytes:
        """The header lines that are told beside every answer now: those of the server, and how far we may be behind."""
        if of_server is not self._of_server[0]:  # the date, a list of its own each second
            self._of_server = (of_server, head_of(of_server))
        return self._of_server[1] + head_of(self._reading.beside())

    def remembers(self, scope: Scope, told: Told, known: Repeatable | None) -> None:
        """Have a request remembered by whoever answers it the long way, and not read again where it is `known`."""
        noting(scope, partial(self._remember, told.name), known.read if known else None)

    def _remember(self, name: tuple[object, ...], repeatable: Repeatable) -> None:
        self._known.put(name, repeatable, _size(name))

    def _client(self, told: Told) -> bytes:
        said = [each.decode("latin-1") for each in (line[1] for line in told.lines if line[0] == b"x-forwarded-for")]
        return client_of(Caller(told.peer, said), self._trusted_proxies)


def _size(name: tuple[object, ...]) -> int:
    """Bytes that a request takes here, about: what was read of it is as long as itself."""
    return _OVERHEAD_BYTES + sum(2 * len(part) if isinstance(part, bytes) else _LINE_BYTES for part in name)


def _today() -> date:
    return _day_of(int(time()) // 60)


@lru_cache(2)
def _day_of(minute: int) -> date:
    """The day in Stockholm, of a minute since the epoch: no day begins within a minute."""
    return stockholm_today(datetime.fromtimestamp(minute * 60, UTC))
