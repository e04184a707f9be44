"""The other processes of this program: what is asked of a stream that one of them keeps is handed to it.

A token begins with the name of the process that reserved it. Each process listens on a socket of its own in a folder
that only this user may enter; over it goes one request (its head and body) and back comes the answer, message by
message as ASGI has them. Who leaves, leaves there too, for the connection then ends.
"""

import asyncio
import errno
import hashlib
import os
import re
import secrets
import socket
import struct
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message

from auktor.graphql.reading import body_of
from auktor.long_answer import DRAINING, LongAnswer, Until, Wire

_NAME = re.compile("[0-9a-f]{16}")
_LENGTH = struct.Struct(">I")
_LONGEST_PATH = 103  # bytes: what macOS allows; Linux allows a few more
_ALIVE = b":\n\n"
Answering = Callable[[Request], Awaitable[ASGIApp]]


class NoSuchNeighbour(Exception):
    """A name that no process bears any more."""


class Neighbours:
    """This process among those of one `home`. `name` is how the others find it."""

    def __init__(self, home: Path) -> None:
        self._folder = folder_of(home)
        self.name = secrets.token_hex(8)

    def of(self, token: str) -> str | None:
        """The name of the process that a token was reserved at; None for one that no process wrote."""
        name = token.partition(".")[0]
        return name if _NAME.fullmatch(name) else None

    @asynccontextmanager
    async def answering(self, answering: Answering, draining: asyncio.Event) -> AsyncGenerator[None, None]:
        """Answer what the others hand over while the block runs."""

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(OSError, asyncio.IncompleteReadError):
                await _Handed(reader, writer).answer(answering, draining)
            writer.close()

        for each in self._folder.glob("*.sock"):
            if _is_nobodys(each):
                each.unlink(missing_ok=True)
        path = self._path(self.name)
        server = await asyncio.start_unix_server(serve, sock=_listening(path))
        try:
            yield
        finally:
            draining.set()
            server.close()
            path.unlink(missing_ok=True)

    async def hand_over(self, request: Request, name: str) -> ASGIApp:
        """The answer that another process gives; NoSuchNeighbour where it is not there."""
        body = b"" if request.method in {"GET", "DELETE"} else await body_of(request)
        try:
            reader, writer = await asyncio.open_unix_connection(self._path(name))
        except OSError as error:
            raise NoSuchNeighbour from error
        try:
            await _send(writer, _head(request, body))
            start = await _frame(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            writer.close()
            raise NoSuchNeighbour from error
        lines = [(bytes(key), bytes(value)) for key, value in start["headers"]]
        if any(value.startswith(b"text/event-stream") for _, value in lines):
            return LongAnswer(_parts(reader), Until(), writer.close, Wire(lines, _ALIVE))
        whole = b"".join([part async for part in _parts(reader)])
        writer.close()
        answer = Response(whole, start["status"])
        answer.raw_headers = lines
        return answer

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.sock"


def _listening(path: Path) -> socket.socket:
    """A socket that is found at `path` once it listens, and not a moment before."""
    ours, begun = socket.socket(socket.AF_UNIX), path.with_suffix(".made")
    ours.bind(os.fsencode(begun))
    ours.listen()
    begun.rename(path)
    return ours


def _is_nobodys(path: Path) -> bool:
    """Whether the process that made a socket was killed. One of another kind asks: it is told, and never connected."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as asking:
        return asking.connect_ex(os.fsencode(path)) == errno.ECONNREFUSED


class _Handed:
    """One request that another process hands over."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._body: bytes | None = None

    async def answer(self, answering: Answering, draining: asyncio.Event) -> None:
        scope, self._body = _scope(await _frame(self._reader), draining)
        request = Request(scope, self._receive, self._send)
        answer = await answering(request)
        await answer(scope, self._receive, self._send)

    async def _receive(self) -> Message:
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body}
        await self._reader.read()  # to its end, which comes when the caller leaves
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        await _send(self._writer, message)


def _head(request: Request, body: bytes) -> dict[str, Any]:
    scope = request.scope
    told = ("method", "path", "query_string", "client", "scheme", "server", "http_version")
    return {"scope": {name: scope.get(name) for name in told}, "headers": scope["headers"], "body": body}


def _scope(given: dict[str, Any], draining: asyncio.Event) -> tuple[dict[str, Any], bytes]:
    scope = given["scope"]
    headers = [(bytes(name), bytes(value)) for name, value in given["headers"]]
    client = tuple(scope["client"]) if scope["client"] else None
    whole = {**scope, "type": "http", "client": client, "headers": headers, "state": {DRAINING: draining}}
    return whole, given["body"]


async def _parts(reader: asyncio.StreamReader) -> AsyncGenerator[bytes, None]:
    with suppress(OSError, asyncio.IncompleteReadError):
        while True:
            message = await _frame(reader)
            if message.get("body"):
                yield message["body"]
            if not message.get("more_body"):
                return


async def _send(writer: asyncio.StreamWriter, message: Any) -> None:  # noqa: ANN401 -- what msgpack can write
    frame = msgspec.msgpack.encode(message)
    writer.write(_LENGTH.pack(len(frame)) + frame)
    await writer.drain()


async def _frame(reader: asyncio.StreamReader) -> dict[str, Any]:
    (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
    found: dict[str, Any] = msgspec.msgpack.decode(await reader.readexactly(length))
    return found


def folder_of(home: Path) -> Path:
    """A folder that only this user may enter: in the home, or in that of temporary files where its path is too long."""
    folder = home / "live"
    if len(os.fsencode(folder)) + len("/0123456789abcdef.sock") > _LONGEST_PATH:
        digest = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"auktor-live-{os.geteuid()}-{digest}"
    folder.mkdir(0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        message = f"{folder} may be entered by others. Take it away: the program makes it anew."
        raise PermissionError(message)
    return folder
