"""GraphQL over event streams: the protocol graphql-sse, in both of its modes.

| mode | asks | is answered |
|---|---|---|
| distinct connections | a question with `Accept: text/event-stream` | by a stream of its own |
| single connection | `PUT` for a token, `GET` with it for the stream, questions by `POST` with it | over that stream |
"""

import asyncio
import re
import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp

from auktor.auth import Door, Entry, over_http
from auktor.core.errors import AuktorError, Refused, Unavailable, shown
from auktor.graphql.errors import BadRequest
from auktor.graphql.reading import given_in
from auktor.limits import OutOfPoints
from auktor.live.asking import Asker, Asking, errors_of, refusal
from auktor.live.neighbours import Neighbours, NoSuchNeighbour
from auktor.live.places import Places, TooManyConnections
from auktor.long_answer import LongAnswer, Until, Wire
from schema.answering import Json

TOKEN_HEADER = "x-graphql-event-stream-token"  # noqa: S105 -- the name of a header
UNOPENED_SECONDS = 30.0
_WAITING_EVENTS = 16
_NUMBER = re.compile("[0-9]{1,18}")
_RETRY_SECONDS = "30"
_CORS = {"access-control-allow-origin": "*", "cache-control": "no-store"}
_EVENTS = Wire(
    [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"access-control-allow-origin", b"*"),
        (b"vary", b"accept"),
    ],
    alive=b":\n\n",
)
_NO_STREAM = "The token names no stream that is reserved or open. Reserve one by PUT."
_ENDED = refusal("UNAUTHENTICATED", "The token has ended. Subscribe again with a new one.")


class NoSuchStream(BadRequest):
    """A token that names no stream."""

    code = "NO_SUCH_STREAM"
    status = 404


class StreamTaken(BadRequest):
    """What there may be one of is there already."""

    code = "STREAM_TAKEN"
    status = 409


class EventStreams:
    """Answers requests for event streams; those for a stream that another process keeps are handed to it.

    `neighbours` are the processes that answer beside this one; None where it is alone.
    """

    def __init__(
        self, asking: Asking, door: Door, places: Places, *, operations: int, neighbours: Neighbours | None = None
    ) -> None:
        self._asking = asking
        self._door = door
        self._places = places
        self._operations = operations
        self._neighbours = neighbours
        self._streams: dict[str, _Stream] = {}

    async def __call__(self, request: Request) -> ASGIApp:
        """The answer to a request that `LiveAddress` hands over."""
        try:
            return await self._answer(request)
        except TooManyConnections as error:
            return _told(error.status, error, {"retry-after": _RETRY_SECONDS})
        except OutOfPoints as error:
            return _told(429, error, {"retry-after": str(error.wait_seconds)})
        except (BadRequest, Refused, Unavailable) as error:
            status, headers = (error.status, {}) if isinstance(error, BadRequest) else over_http(error)
            return _told(status, error, headers)

    async def _answer(self, request: Request) -> ASGIApp:
        token = request.headers.get(TOKEN_HEADER) or request.query_params.get("token")
        if request.method == "PUT":
            return self._reserve(request)
        stream = self._streams.get(token or "")
        if token is not None and stream is None and self._neighbours:
            return await self._handed_over(request, token, self._neighbours)
        entry = await self._door.entry(", ".join(request.headers.getlist("authorization")) or None)
        if token is None:
            return await self._distinct(request, entry)
        if stream is None:
            raise NoSuchStream(_NO_STREAM)
        if request.method == "GET":
            return self._open(token, stream, entry)
        if request.method == "DELETE":
            return self._complete(stream, request.query_params.get("operationId"))
        return await self._begin(request, stream, entry)

    async def _handed_over(self, request: Request, token: str, neighbours: Neighbours) -> ASGIApp:
        name = neighbours.of(token)
        if name is None or name == neighbours.name:
            raise NoSuchStream(_NO_STREAM)
        try:
            return await neighbours.hand_over(request, name)
        except NoSuchNeighbour as error:
            raise NoSuchStream(_NO_STREAM) from error

    async def _distinct(self, request: Request, entry: Entry) -> ASGIApp:
        given = await given_in(request)
        asker = Asker(request, entry.viewer, request.method == "GET", _last_event(request))
        client = self._asking.client(request)
        self._places.take(client)
        until = Until(entry.seconds, _next({"errors": [_ENDED]}) + _line("complete"))
        return LongAnswer(self._of_one(given, asker), until, lambda: self._places.give_back(client), _EVENTS)

    async def _of_one(self, given: Json, asker: Asker) -> AsyncGenerator[bytes, None]:
        """The answers of one question, then the word that ends them."""
        try:
            async with aclosing(self._asking.events(given, asker)) as events:
                async for event in events:
                    yield _next(event.answer.as_json(), event.number)
        except Exception as error:  # noqa: BLE001 -- errors_of logs what is unforeseen, under a reference
            yield _next({"errors": errors_of(error)})
        yield _line("complete")

    def _reserve(self, request: Request) -> Response:
        """A stream for a client, which must open it soon."""
        client = self._asking.client(request)
        self._places.take(client)
        token = f"{self._neighbours.name}." if self._neighbours else ""
        token += secrets.token_urlsafe(24)
        unopened = asyncio.get_running_loop().call_later(UNOPENED_SECONDS, self._end, token)
        self._streams[token] = _Stream(client, unopened)
        return PlainTextResponse(token, 201, _CORS)

    def _end(self, token: str) -> None:
        stream = self._streams.pop(token)
        stream.unopened.cancel()
        self._places.give_back(stream.client)
        for each in stream.operations.values():
            each.cancel()

    def _open(self, token: str, stream: "_Stream", entry: Entry) -> ASGIApp:
        if stream.opened:
            raise StreamTaken("The stream is open already. Reserve another by PUT.")
        stream.opened = True
        stream.unopened.cancel()
        return LongAnswer(stream.parts(), Until(entry.seconds), lambda: self._end(token), _EVENTS)

    async def _begin(self, request: Request, stream: "_Stream", entry: Entry) -> Response:
        given = await given_in(request)
        name = _operation_id(given)
        if name in stream.operations:
            raise StreamTaken(f"The operation {shown(name)} is running already. Give the new one another id.")
        if len(stream.operations) >= self._operations:
            raise StreamTaken(f"{self._operations} operations are running, the most there may be. Complete one.")
        task = asyncio.create_task(self._fill(stream, name, given, Asker(request, entry.viewer), entry.seconds))
        stream.operations[name] = task
        task.add_done_callback(lambda _done: stream.operations.pop(name, None))
        return Response(status_code=202, headers=_CORS)

    async def _fill(self, stream: "_Stream", name: str, given: Json, asker: Asker, seconds: float | None) -> None:
        """Every answer of one operation, and the word that ends it."""
        try:
            async with asyncio.timeout(seconds), aclosing(self._asking.events(given, asker)) as events:
                async for event in events:
                    await stream.say("next", {"id": name, "payload": event.answer.as_json()})
        except TimeoutError:
            await stream.say("next", {"id": name, "payload": {"errors": [_ENDED]}})
        except Exception as error:  # noqa: BLE001 -- as in _of_one
            await stream.say("next", {"id": name, "payload": {"errors": errors_of(error)}})
        await stream.say("complete", {"id": name})

    def _complete(self, stream: "_Stream", name: str | None) -> Response:
        task = stream.operations.pop(name or "", None)
        if task:
            task.cancel()
        return Response(status_code=200, headers=_CORS)


@dataclass(eq=False, slots=True)
class _Stream:
    """A reserved stream: what waits to be sent over it, and the operations that fill it."""

    client: bytes
    unopened: asyncio.TimerHandle
    opened: bool = False
    waiting: asyncio.Queue[bytes] = field(default_factory=lambda: asyncio.Queue(_WAITING_EVENTS))
    operations: dict[str, asyncio.Task[None]] = field(default_factory=dict[str, "asyncio.Task[None]"])

    async def say(self, event: str, data: object) -> None:
        """Wait for room in the stream, then let it send an event."""
        await self.waiting.put(_line(event, orjson.dumps(data)))

    async def parts(self) -> AsyncGenerator[bytes, None]:
        """What the operations say."""
        while True:
            yield await self.waiting.get()


def _line(event: str, data: bytes = b"", number: int | None = None) -> bytes:
    """One event. Its data has no line break in it, as JSON written by orjson has none."""
    resumable = b"" if number is None else b"id: %d\n" % number
    return b"event: %b\n%bdata: %b\n\n" % (event.encode(), resumable, data)


def _next(data: object, number: int | None = None) -> bytes:
    return _line("next", orjson.dumps(data), number)


def _last_event(request: Request) -> int | None:
    """The number of the last event that a browser's EventSource has, which it tells when it connects again."""
    given = request.headers.get("last-event-id", "")
    return int(given) if _NUMBER.fullmatch(given) else None


def _operation_id(given: Json) -> str:
    extensions = given.get("extensions") if isinstance(given, dict) else None
    found = extensions.get("operationId") if isinstance(extensions, dict) else None
    if not isinstance(found, str) or not found:
        raise BadRequest("`extensions.operationId` is missing: the answers are known by it. Give the question one.")
    return found


def _told(status: int, error: AuktorError, headers: Mapping[str, str]) -> Response:
    return JSONResponse({"errors": [refusal(error.code, error.message)]}, status, {**_CORS, **headers})
