"""What was asked before and may be answered by its bytes, and what is asked as something was before.

A request is the same where its method, its address, its body and every header line are, but for the lines that no
answer depends on. What is remembered of it is its question, and the name of the kept answer it was given. Of its header
lines is remembered how they want to be answered: another body that comes with them need only be read by itself. Whether
an answer is still kept, whether it still stands, and whether the client has points left is asked each time; what cannot
be told here takes the long way, which tells it. Whoever brings a token is always answered the long way.
"""

from asyncio import Future
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from time import perf_counter
from typing import NamedTuple

import orjson
from starlette.types import ASGIApp, Receive, Scope, Send

from auktor.core.bounded import Bounded
from auktor.core.errors import Refused, Unavailable
from auktor.core.periods import stockholm_today
from auktor.graphql.endpoint import Admission, GraphqlEndpoint
from auktor.graphql.errors import BadRequest
from auktor.graphql.repeatable import Manner, Repeatable, noting
from auktor.graphql.writing import repeated
from auktor.kept import KeptAnswers
from auktor.limits import Bill, Caller, client_at, client_of, rate_head
from auktor.standing_by import ReadingWithoutRole
from auktor.watching.requests import Watch
from auktor.watching.seen import Seen
from auktor.whole_answer import Line, Written, head_of
from db.revision import State
from db.visibility import ANYONE

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
Name = tuple[object, ...]


class Told(NamedTuple):
    """A request that is whole: what its manner is known by, its body, the lines that decide its answer, by whom, when.

    `day` is that of `now` in Stockholm.
    """

    manner: Name
    body: bytes
    lines: Sequence[Line]
    peer: str | None
    request_id: str | None
    now: datetime
    day: date

    @property
    def name(self) -> Name:
        """What it is known by."""
        return (self.body, self.manner)


def may_be_known(scope: Scope) -> bool:
    """Whether a request, of which only the head is there, may be one to answer when it is whole."""
    return scope["path"] == PATH and scope["method"] in _ASKING


class Again:
    """Remembers requests, `most_bytes` of them about, and answers those that are the same or of the same manner."""

    def __init__(  # noqa: PLR0913, PLR0917 -- what each answer is made of
        self,
        endpoint: GraphqlEndpoint,
        kept: KeptAnswers,
        reading: ReadingWithoutRole,
        admission: Admission,
        watch: Watch,
        dressed: Callable[[ASGIApp], ASGIApp],
        most_bytes: int,
    ) -> None:
        self.watch = watch
        self._endpoint = endpoint
        self._kept = kept
        self._reading = reading
        self._points = admission.points
        self._trusted_proxies = admission.trusted_proxies
        self._dressed = dressed
        self._known: Bounded[Repeatable] = Bounded(most_bytes)
        self._manners: Bounded[Manner] = Bounded(most_bytes // 8)
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
        now = datetime.now(UTC)
        manner = (scope["method"], scope["query_string"], *lines)
        return Told(manner, body, lines, peer, request_id, now, stockholm_today(now))

    def known(self, scope: Scope, told: Told) -> Repeatable | None:
        """What it asks, if it is remembered, or can be told from one that was made as it is.

        One that is not remembered will be, by whoever answers it.
        """
        found = self._known.get(told.name)
        if found is None:
            found = self._like_another(told)
            if found is not None:
                self._remember(told, found)
            elif all(line[0] != b"authorization" for line in told.lines):
                noting(scope, partial(self._remember, told))
        return found

    def state(self, told: Told, known: Repeatable) -> State | Future[State]:
        """The state of the register to answer it by, or who will tell; Unavailable where nobody does."""
        source = self._kept.state_of(self._reading.database(told.lines))
        return source.known or self._kept.state_for(known.answer, source, told.day)

    def answer(self, told: Told, known: Repeatable, state: State, seen: Seen) -> Written | None:
        """The answer as it goes over the wire, None where none stands; OutOfPoints where nothing is left."""
        answer = self._kept.standing(known.answer, state, told.day)
        if answer is None:
            return None
        charge = self._points.charge(self._client(told), 1)
        self._kept.store.counts.hits += 1
        seen.document, seen.points = known.read.document, 1
        manner = known.read.manner
        written = repeated(answer, manner.shape, manner.if_none_match, self._kept.store)
        return written.also(manner.beside + rate_head(charge, answer.cost.points))

    def reading(self, told: Told, known: Repeatable, state: State, seen: Seen, otherwise: ASGIApp) -> ASGIApp:
        """Reads the answer by that state and sends it; who may not ask it so is answered `otherwise`."""
        begun = perf_counter()

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                context = self._reading.context(told.lines, known.read.manner.language, told.now)
                bill = Bill(self._points, self._client(told), known=False)
            except (Refused, Unavailable, BadRequest):
                await otherwise(scope, receive, send)
                return
            seen.document, seen.points = known.read.document, 1
            try:
                answer = await self._endpoint.answer_at(state, known, context, bill, scope)
                seen.status = answer.status if isinstance(answer, Written) else answer.status_code
                await (answer if isinstance(answer, Written) else self._dressed(answer))(scope, receive, send)
            finally:
                self.watch.ended(seen, perf_counter() - begun)

        return app

    def beside(self, of_server: list[Line]) -> bytes:
        """The header lines that are told beside every answer now: those of the server, and how far we may be behind."""
        if of_server is not self._of_server[0]:  # the date, a list of its own each second
            self._of_server = (of_server, head_of(of_server))
        return self._of_server[1] + head_of(self._reading.beside())

    def _remember(self, told: Told, repeatable: Repeatable) -> None:
        size = _size(told.manner)
        self._known.put(told.name, repeatable, size + 2 * len(told.body))  # what was read of it is as long as itself
        if told.manner[0] != "GET":  # whose address is all of it
            self._manners.put(told.manner, repeatable.read.manner, size)

    def _like_another(self, told: Told) -> Repeatable | None:
        manner = self._manners.get(told.manner)
        read = None if manner is None else self._endpoint.read_as(manner, told.body)
        if read is None:
            return None
        try:
            return Repeatable(read, self._kept.name_of(read.question, ANYONE, read.manner.language))
        except orjson.JSONEncodeError:
            return None

    def _client(self, told: Told) -> bytes:
        if not self._trusted_proxies:
            return client_at(told.peer)
        said = [line[1].decode("latin-1") for line in told.lines if line[0] == b"x-forwarded-for"]
        return client_of(Caller(told.peer, said), self._trusted_proxies)


def _size(manner: Name) -> int:
    """Bytes that a request without its body takes here, about."""
    return _OVERHEAD_BYTES + sum(2 * len(part) if isinstance(part, bytes) else _LINE_BYTES for part in manner)
