"""Who speaks too slowly is not waited for; who speaks in time is answered."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

import pytest
import uvicorn
from websockets.asyncio.client import connect

from auktor import patience
from auktor.patience import LARGEST_HEAD_BYTES, MOST_AT_ONCE, ImpatientProtocol

BODY = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"


async def _echo(_scope: object, receive: object, send: object) -> None:
    while (await receive()).get("more_body"):  # type: ignore[operator]
        pass
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b"ok"})  # type: ignore[operator]


async def _late(_scope: object, receive: object, send: object) -> None:
    await receive()  # type: ignore[operator]
    await send({"type": "websocket.accept"})  # type: ignore[operator]
    await asyncio.sleep(3 * patience.REQUEST_SECONDS)
    await send({"type": "websocket.send", "text": "late"})  # type: ignore[operator]


async def _served(app: Any, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[int, None]:  # noqa: ANN401 -- ASGI's own shape
    monkeypatch.setattr(patience, "REQUEST_SECONDS", 0.2)
    settings = uvicorn.Config(
        app, port=0, http=ImpatientProtocol, lifespan="off", log_config=None, ws=patience.ImpatientSocket
    )
    server = uvicorn.Server(settings)
    serving = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 -- uvicorn says it in no other way
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[int, None]:
    async for each in _served(_echo, monkeypatch):
        yield each


@pytest.fixture
async def port_of_sockets(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[int, None]:
    async for each in _served(_late, monkeypatch):
        yield each


@pytest.mark.parametrize("said", [b"P", b"POST / HTTP/1.1\r\nHost: x\r\nAcc", BODY])
async def test_a_request_that_does_not_come_to_its_end_is_given_up(port: int, said: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    async with asyncio.timeout(5):
        assert (await reader.read()).startswith(b"HTTP/1.1 408 ")
    writer.close()


async def test_so_many_requests_may_wait_behind_one(port: int) -> None:
    request = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    for sent in (MOST_AT_ONCE + 1, 500):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request * sent)
        answers = b""
        with suppress(ConnectionResetError, TimeoutError):
            async with asyncio.timeout(1):
                while answers.count(b"HTTP/1.1 200 ") < sent:
                    part = await reader.read(65536)
                    answers += part
                    if not part:
                        break
        assert (answers.count(b"HTTP/1.1 200 ") == sent) is (sent < 500)
        writer.close()


async def test_heads_that_end_and_begin_in_one_go_are_no_long_head(port: int) -> None:
    head = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    large = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % LARGEST_HEAD_BYTES + b"x" * LARGEST_HEAD_BYTES
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for part in (head[:-4], head[-4:] + large + head[:-4], head[-4:]):
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(0.02)
    writer.write_eof()
    async with asyncio.timeout(5):
        assert (await reader.read()).count(b"HTTP/1.1 200 ") == 3
    writer.close()


async def test_who_says_nothing_is_told_nothing(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    async with asyncio.timeout(5):
        assert await reader.read() == b""
    writer.close()


async def test_a_byte_now_and_then_does_not_prolong_it(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(BODY)
    ended = asyncio.create_task(reader.read())
    async with asyncio.timeout(5):
        while not ended.done():
            writer.write(b" ")
            await asyncio.sleep(0.1)
    assert (await ended).startswith(b"HTTP/1.1 408 ")
    writer.close()


@pytest.mark.parametrize(
    "said",
    [
        b"GET /" + b"x" * (LARGEST_HEAD_BYTES + 10),
        b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"x" * (LARGEST_HEAD_BYTES + 10),
    ],
)
async def test_a_head_without_end_is_refused(port: int, said: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said[:10])
    await asyncio.sleep(0.02)
    writer.write(said[10:])
    async with asyncio.timeout(5):
        assert (await reader.read()).startswith(b"HTTP/1.1 431 ")
    writer.close()


async def test_who_speaks_in_time_is_answered_as_often_as_it_asks(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(3):
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200")
    writer.close()


async def test_a_socket_that_stays_open_is_not_given_up(port_of_sockets: int) -> None:
    async with connect(f"ws://127.0.0.1:{port_of_sockets}/") as socket, asyncio.timeout(5):
        assert await socket.recv() == "late"
