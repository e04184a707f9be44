"""GraphQL over WebSocket: the protocol graphql-transport-ws, as the library graphql-ws speaks it.

The older protocol, confusingly called graphql-ws, is refused: its messages carry no state that could be checked.
"""

import asyncio
from collections.abc import Mapping
from contextlib import aclosing, suppress
from typing import NoReturn, cast
from urllib.parse import urlsplit

import orjson
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.websockets import WebSocket, WebSocketDisconnect

from auktor.auth import Door, Entry, Forbidden, Unauthenticated
from auktor.core.errors import Unavailable
from auktor.live.asking import Asker, Asking, errors_of, refusal
from auktor.live.places import Places, TooManyConnections
from schema.answering import Json

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 5.0
SLOW_SECONDS = 15.0
_LONGEST_REASON_BYTES = 123
_LONGEST_ID = 128
_RETRY_SECONDS = "30"


class Closed(Exception):
    """The connection ends: with a code and a reason, or without where the client has left already."""

    def __init__(self, code: int | None = None, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason.encode()[:_LONGEST_REASON_BYTES].decode(errors="ignore")


class WebSockets:
    """Accepts connections where there is a place for them, from our own pages and from programs.

    A page of another origin is refused: what a browser sends along with it was not meant for that page.
    """

    def __init__(self, asking: Asking, door: Door, places: Places, *, public_url: str, operations: int) -> None:
        self._asking = asking
        self._door = door
        self._places = places
        self._own = _origin(public_url)
        self._operations = operations

    async def __call__(self, websocket: WebSocket) -> None:
        """One connection, from its handshake to its end."""
        if not self._is_own(websocket):
            await _refuse(websocket, 403, "FOREIGN_ORIGIN", "A page of another site may not connect. Ask by POST.")
            return
        client = self._asking.client(websocket)
        try:
            self._places.take(client)
        except TooManyConnections as error:
            await _refuse(websocket, error.status, error.code, error.message)
            return
        try:
            await self._serve(websocket)
        finally:
            self._places.give_back(client)

    async def _serve(self, websocket: WebSocket) -> None:
        if PROTOCOL not in websocket.scope["subprotocols"]:
            await websocket.accept()
            await websocket.close(4406, f"Subprotocol not acceptable: speak {PROTOCOL}")
            return
        await websocket.accept(PROTOCOL)
        try:
            await _Conversation(websocket, self._asking, self._door, self._operations).go_on()
        except Closed as end:
            if end.code is not None:
                with suppress(TimeoutError, WebSocketDisconnect, RuntimeError, OSError):
                    await asyncio.wait_for(websocket.close(end.code, end.reason), SLOW_SECONDS)

    def _is_own(self, websocket: HTTPConnection) -> bool:
        given = websocket.headers.get("origin")
        return given is None or given == self._own or urlsplit(given).netloc == websocket.headers.get("host")


class _Conversation:
    """The messages of one connection."""

    def __init__(self, websocket: WebSocket, asking: Asking, door: Door, most_operations: int) -> None:
        self._websocket = websocket
        self._asking = asking
        self._door = door
        self._most = most_operations
        self._entry: Entry | None = None
        self._running: dict[str, asyncio.Task[None]] = {}

    async def go_on(self) -> NoReturn:
        """Until it is closed: `Closed` is raised whoever ends it, and nothing of it runs any more."""
        end: BaseException = Closed()
        try:
            async with asyncio.timeout(INIT_SECONDS) as patience, asyncio.TaskGroup() as group:
                while True:
                    await self._hear(await self._next(), group, patience)
        except* Closed as closed:
            end = closed
            while isinstance(end, BaseExceptionGroup):
                end = end.exceptions[0]
        except* TimeoutError:
            late = Closed(4408, "Connection initialisation timeout")
            end = Closed(4403, "Forbidden: the token has ended. Connect again with a new one") if self._entry else late
        raise end from None  # not above: until Python 3.11.4 what was raised there came in a group

    async def _next(self) -> Mapping[str, Json]:
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise Closed
        try:
            given = orjson.loads(message.get("text") or "")
        except orjson.JSONDecodeError as error:
            raise Closed(4400, "Invalid message: not JSON in a text frame") from error
        if not isinstance(given, dict):
            raise Closed(4400, "Invalid message: not an object")
        return cast("Mapping[str, Json]", given)

    async def _hear(self, message: Mapping[str, Json], group: asyncio.TaskGroup, patience: asyncio.Timeout) -> None:
        match message.get("type"):
            case "connection_init":
                await self._begin(message, patience)
            case "ping":
                await self._say({"type": "pong", "payload": message.get("payload")})
            case "pong":
                pass
            case "subscribe":
                await self._subscribe(message, group)
            case "complete":
                task = self._running.pop(_id(message), None)
                if task:
                    task.cancel()
            case other:
                raise Closed(4400, f"Invalid message: unknown type {str(other)[:40]!r}")

    async def _begin(self, message: Mapping[str, Json], patience: asyncio.Timeout) -> None:
        if self._entry is not None:
            raise Closed(4429, "Too many initialisation requests")
        try:
            entry = await self._door.entry(self._authorization(message.get("payload")))
        except (Unauthenticated, Forbidden) as error:
            raise Closed(4403, f"Forbidden: {error.message}") from error
        except Unavailable as error:
            raise Closed(1013, f"Try again later: {error.message}") from error
        self._entry = entry
        loop = asyncio.get_running_loop()
        patience.reschedule(None if entry.seconds is None else loop.time() + entry.seconds)
        await self._say({"type": "connection_ack"})

    def _authorization(self, payload: Json) -> str | None:
        """Who the client says it is: in its first message, in the handshake, or in both alike."""
        if not isinstance(payload, dict | None):
            raise Closed(4400, "Invalid message: the payload of connection_init is not an object")
        said = self._websocket.headers.getlist("authorization")
        given = [value for name, value in (payload or {}).items() if name.lower() == "authorization"]
        texts = [value for value in given if isinstance(value, str) and value]
        if len(texts) < len(given):
            raise Closed(4400, "Invalid message: authorization is not a text that says something")
        return ", ".join(dict.fromkeys(said + texts)) or None

    async def _subscribe(self, message: Mapping[str, Json], group: asyncio.TaskGroup) -> None:
        if self._entry is None:
            raise Closed(4401, "Unauthorized")
        name = _id(message)
        if name in self._running:
            raise Closed(4409, f"Subscriber for {name} already exists")
        if len(self._running) >= self._most:
            told = f"{self._most} operations are running on this connection, the most there may be. Complete one."
            await self._say({"id": name, "type": "error", "payload": [refusal("TOO_MANY_OPERATIONS", told)]})
            return
        asker = Asker(self._websocket, self._entry.viewer)
        self._running[name] = group.create_task(self._answer(name, message.get("payload"), asker))

    async def _answer(self, name: str, given: Json, asker: Asker) -> None:
        """Every answer of one operation, and the word that ends it."""
        last: dict[str, object] = {"id": name, "type": "complete"}
        try:
            async with aclosing(self._asking.events(given, asker)) as events:
                async for event in events:
                    await self._say({"id": name, "type": "next", "payload": event.answer.as_json()})
        except Closed:
            raise
        except Exception as error:  # noqa: BLE001 -- errors_of logs it whole, under the reference the asker is given
            last = {"id": name, "type": "error", "payload": errors_of(error)}
        self._running.pop(name, None)
        await self._say(last)

    async def _say(self, message: Mapping[str, object]) -> None:
        """Send a message; a client that does not take it in time is left, since everything sent to it is kept here."""
        text = orjson.dumps({name: value for name, value in message.items() if value is not None}).decode()
        try:
            async with asyncio.timeout(SLOW_SECONDS):
                await self._websocket.send_text(text)
        except TimeoutError as error:
            raise Closed(1013, "Try again later: you do not take what you asked for") from error
        except (WebSocketDisconnect, RuntimeError, OSError) as error:
            raise Closed from error


def _id(message: Mapping[str, Json]) -> str:
    found = message.get("id")
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST_ID:
        raise Closed(4400, f"Invalid message: id is not a text of 1 to {_LONGEST_ID} characters")
    return found


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


async def _refuse(websocket: WebSocket, status: int, code: str, message: str) -> None:
    """Answer the handshake with a refusal that says why, as far as the client shows it."""
    body = {"errors": [refusal(code, message)]}
    headers = {} if status == 403 else {"retry-after": _RETRY_SECONDS}  # noqa: PLR2004 -- Forbidden stays so
    await websocket.send_denial_response(JSONResponse(body, status, headers))
