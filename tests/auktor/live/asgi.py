"""The application called as a server calls it, message by message: for what stays open."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from starlette.types import ASGIApp, Message, Scope

PATIENCE_SECONDS = 20
OWN_ORIGIN = "http://register.test"


def _scope(kind: str, headers: dict[str, str], **more: Any) -> Scope:  # noqa: ANN401 -- parts of a scope
    given = {"host": "register.test", **headers}
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "path": "/graphql",
        "raw_path": b"/graphql",
        "root_path": "",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in given.items()],
        "client": ("192.0.2.1", 1234),
        "server": ("register.test", 80),
        "state": {},
        **more,
    }


class Line:
    """Both ends of a connection to the application."""

    def __init__(self, app: ASGIApp, scope: Scope) -> None:
        self.scope = scope
        self._to_app: asyncio.Queue[Message] = asyncio.Queue()
        self._from_app: asyncio.Queue[Message] = asyncio.Queue()
        self.takes = asyncio.Event()
        self.takes.set()
        self.running = asyncio.ensure_future(app(scope, self._to_app.get, self._send))

    async def _send(self, message: Message) -> None:
        if message["type"] == "websocket.send" or message.get("more_body"):
            await self.takes.wait()
        await self._from_app.put(message)

    def put(self, message: Message) -> None:
        """Let the application receive a message."""
        self._to_app.put_nowait(message)

    async def message(self) -> Message:
        """What the application sends next."""
        return await asyncio.wait_for(self._from_app.get(), PATIENCE_SECONDS)

    async def over(self) -> None:
        """Wait until the application has done with the connection."""
        await asyncio.wait_for(self.running, PATIENCE_SECONDS)


class Socket(Line):
    """A WebSocket."""

    async def opened(self) -> Message:
        """Shake hands; what the application answers."""
        self.put({"type": "websocket.connect"})
        return await self.message()

    def say(self, *messages: Any) -> None:  # noqa: ANN401 -- JSON, or text that is none
        for each in messages:
            self.put({"type": "websocket.receive", "text": each if isinstance(each, str) else json.dumps(each)})

    async def hear(self) -> Any:  # noqa: ANN401 -- JSON
        """The next message; of the end of the connection, its code and reason."""
        message = await self.message()
        if message["type"] == "websocket.close":
            return message["code"], message["reason"]
        return json.loads(message["text"])

    async def begun(self, **payload: str) -> None:
        """Shake hands and be acknowledged."""
        assert (await self.opened())["subprotocol"] == "graphql-transport-ws"
        self.say({"type": "connection_init", "payload": payload})
        assert await self.hear() == {"type": "connection_ack"}

    def ask(self, name: str, query: str, **variables: object) -> None:
        self.say({"id": name, "type": "subscribe", "payload": {"query": query, "variables": variables}})

    async def answer(self, name: str) -> Any:  # noqa: ANN401 -- JSON
        """The payload of the next answer, which must be to the operation `name`."""
        message = await self.hear()
        assert (message["id"], message["type"]) == (name, "next"), message
        return message["payload"]

    async def leave(self) -> None:
        """Hang up."""
        self.put({"type": "websocket.disconnect", "code": 1000})
        await self.over()


@asynccontextmanager
async def socket(
    app: ASGIApp, headers: dict[str, str] | None = None, *, protocols: tuple[str, ...] = ("graphql-transport-ws",)
) -> AsyncGenerator[Socket, None]:
    """A WebSocket that has not been opened yet; hung up when the block ends."""
    extensions: dict[str, object] = {"websocket.http.response": {}}
    made = Socket(app, _scope("websocket", headers or {}, subprotocols=list(protocols), extensions=extensions))
    try:
        yield made
    finally:
        made.takes.set()
        await made.leave()


class Stream(Line):
    """A request and its answer, part by part."""

    async def status(self) -> int:
        """The status of the answer."""
        status: int = (await self.message())["status"]
        return status

    async def part(self) -> bytes:
        """The next part of the body; empty where it has ended."""
        body: bytes = (await self.message()).get("body", b"")
        return body

    async def event(self) -> dict[str, Any]:
        """The next event, with its data read; words that keep the stream alive are passed over."""
        while (part := await self.part()) == b":\n\n":
            pass
        fields = dict(each.split(": ", 1) for each in part.decode().strip("\n").split("\n"))
        return fields | {"data": json.loads(fields["data"])} if fields.get("data") else fields

    async def leave(self) -> None:
        """Hang up."""
        self.put({"type": "http.disconnect"})
        await self.over()


@asynccontextmanager
async def request(
    app: ASGIApp, method: str, headers: dict[str, str], body: object = None, *, query: str = ""
) -> AsyncGenerator[Stream, None]:
    """A request, hung up when the block ends."""
    more = {"method": method, "scheme": "http", "query_string": query.encode()}
    made = Stream(app, _scope("http", {"content-type": "application/json", **headers}, **more))
    made.put({"type": "http.request", "body": b"" if body is None else json.dumps(body).encode()})
    try:
        yield made
    finally:
        made.takes.set()
        await made.leave()
