"""Answers in parts over HTTP, WebSockets and event streams: each part is read when it comes."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from auktor import long_answer
from auktor.asgi import create_app
from auktor.graphql.negotiation import takes_parts
from auktor.settings import Settings
from schema.answering import Executor, Part
from tests.auktor.live.asgi import Stream, request, socket

PARTS = {"accept": "multipart/mixed;incrementalSpec=v0.2, application/json"}
TEXT = '{ suppliers(first: 2) { nodes { key } } ... @defer { asOf: register(asOf: "2026-02-01") { asOf } } }'
FIRST = {
    "data": {"suppliers": {"nodes": [{"key": "exempel-id"}, {"key": "exempelbrevladan"}]}},
    "pending": [{"id": "0", "path": []}],
    "hasNext": True,
}
LAST = {
    "incremental": [{"data": {"asOf": {"asOf": "2026-02-01"}}, "id": "0"}],
    "completed": [{"id": "0"}],
    "hasNext": False,
}
WHOLE = {"data": {**FIRST["data"], "asOf": {"asOf": "2026-02-01"}}}  # type: ignore[dict-item]


@pytest.fixture(scope="module")
async def app(settings: Settings, register_database: str) -> AsyncGenerator[Starlette, None]:
    app = create_app(settings, register_database)
    async with app.router.lifespan_context(app):
        yield app


async def body_of(answer: Stream) -> bytes:
    body = b""
    while part := await answer.part():
        body += part
    return body


def parts_in(body: bytes) -> list[Any]:
    """What a client reads: everything between boundaries, each part with its head."""
    before, *parts, after = body.split(b"---")
    assert (before, after) == (b"", b"--\r\n")
    heads, texts = zip(*(each.strip().split(b"\r\n\r\n") for each in parts), strict=True)
    assert set(heads) == {b"Content-Type: application/json; charset=utf-8"}
    return [json.loads(text) for text in texts]


@pytest.mark.parametrize("method", ["POST", "QUERY"])
async def test_a_client_that_takes_parts_is_sent_them(app: Starlette, method: str) -> None:
    async with request(app, method, {**PARTS, "prefer": "cost"}, {"query": TEXT}) as ours:
        head = await ours.message()
        headers = {name.decode(): value.decode() for name, value in head["headers"]}
        first, last = parts_in(await body_of(ours))
    assert head["status"] == 200
    assert headers["content-type"] == 'multipart/mixed; boundary="-"; incrementalSpec=v0.2'
    assert (headers["cache-control"], "etag" in headers) == ("private, no-store", False)
    assert (headers["query-cost"], first.pop("extensions")) == ("1", {"cost": {"points": 1, "nodes": 4}})
    assert (first, last) == (FIRST, LAST)


@pytest.mark.parametrize(
    "accept",
    ["application/json", "*/*", "multipart/mixed;deferSpec=20220824, application/json", "multipart/mixed;q=0, */*"],
)
async def test_all_others_are_answered_whole(client: httpx.AsyncClient, accept: str) -> None:
    answer = await client.get("/graphql", params={"query": TEXT}, headers={"accept": accept})
    assert answer.json() == WHOLE
    assert "etag" in answer.headers


async def test_what_defers_nothing_comes_in_one_piece(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": "multipart/mixed"})
    assert (answer.headers["content-type"], answer.json()) == (
        "application/json; charset=utf-8",
        {"data": {"__typename": "Query"}},
    )


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("query ($n: Int!) { ... @defer { suppliers(first: $n) { totalCount } } }", 200, "BAD_VARIABLE"),
        ("mutation { ... @defer { __typename } }", 200, "NOT_VALID"),
        ("{ suppliers @stream { totalCount } }", 200, "NOT_VALID"),
    ],
)
async def test_what_refuses_the_whole_question_is_no_part(
    client: httpx.AsyncClient, text: str, status: int, code: str
) -> None:
    answer = await client.post("/graphql", json={"query": text}, headers=PARTS)
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (status, code)


async def test_parts_come_over_a_websocket_and_an_event_stream_too(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("1", TEXT)
        assert (await ours.answer("1"), await ours.answer("1")) == (FIRST, LAST)
        assert await ours.hear() == {"id": "1", "type": "complete"}
    async with request(app, "POST", {"accept": "text/event-stream"}, {"query": TEXT}) as stream:
        await stream.status()
        assert [(await stream.event())["data"] for _ in range(2)] == [FIRST, LAST]


async def test_a_part_that_takes_long_is_waited_for_with_a_sign_of_life(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_answer, "ALIVE_SECONDS", 0.01)
    answer, alive = Executor.parts, False

    async def slow(self: Executor, *given: Any) -> AsyncIterator[Any]:  # noqa: ANN401 -- as the method
        async for part in answer(self, *given):
            if isinstance(part, Part) and not part.body["hasNext"]:
                await sign.wait()
            yield part

    sign = asyncio.Event()
    monkeypatch.setattr(Executor, "parts", slow)
    async with request(app, "POST", PARTS, {"query": TEXT}) as ours:
        await ours.status()
        body = await ours.part()
        body += await ours.part()
        alive = parts_in(body + b"--\r\n")[1] == {"hasNext": True}
        sign.set()
        body += await body_of(ours)
    assert alive
    assert parts_in(body)[-1] == LAST


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, False),
        ("", False),
        ("*/*", False),
        ("multipart/mixed", True),
        ("application/json, multipart/mixed;q=0.1", True),
        ('multipart/mixed; boundary="-"; incrementalSpec=v0.2', True),
        ("multipart/mixed;incrementalSpec=v0.1", False),
        ("multipart/mixed;deferSpec=20220824", False),
        ("multipart/mixed;q=0", False),
    ],
)
def test_a_client_takes_parts_where_it_names_them(accept: str | None, *, expected: bool) -> None:
    assert takes_parts(accept) is expected
