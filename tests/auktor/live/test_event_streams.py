"""The register followed over event streams, in both modes of graphql-sse."""

import asyncio
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from auktor import long_answer
from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.long_answer import DRAINING
from auktor.settings import Settings
from tests.auktor.live.asgi import request
from tests.auktor.live.conftest import Write

EVENTS = {"accept": "text/event-stream"}
TOKEN = "x-graphql-event-stream-token"  # noqa: S105 -- the name of a header
FOLLOW = "subscription ($after: Count) { registerChanged(afterSequence: $after) { sequence key } }"


async def test_changes_come_as_events_that_a_browser_can_resume_after(app: Starlette, write: Write) -> None:
    await write("early", "late")
    body = {"query": FOLLOW, "variables": {"after": 0}}
    async with request(app, "POST", EVENTS, body) as ours:
        assert await ours.status() == 200
        first = await ours.event()
        while first["data"]["data"]["registerChanged"]["key"] != "early":
            first = await ours.event()
    assert (first["event"], first["id"]) == ("next", str(first["data"]["data"]["registerChanged"]["sequence"]))
    asked = urlencode({"query": "subscription { registerChanged { key } }"})
    async with request(app, "GET", {**EVENTS, "last-event-id": first["id"]}, query=asked) as again:
        await again.status()
        assert (await again.event())["data"] == {"data": {"registerChanged": {"key": "late"}}}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ viewer { role } }", {"data": {"viewer": {"role": "anonymous"}}}),
        ("{ nosuchfield }", "NOT_VALID"),
    ],
)
async def test_a_question_is_answered_by_one_event_and_then_completed(
    app: Starlette, query: str, expected: object
) -> None:
    async with request(app, "POST", EVENTS, {"query": query}) as ours:
        assert await ours.status() == 200
        data = (await ours.event())["data"]
        assert (data["errors"][0]["extensions"]["code"] if "errors" in data else data) == expected
        assert (await ours.event())["event"] == "complete"
        assert await ours.part() == b""


async def test_the_stream_ends_with_the_token(app: Starlette, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.AUDITOR, None, "anna", seconds=-28)
    async with request(app, "POST", {**EVENTS, "authorization": f"Bearer {token}"}, {"query": FOLLOW}) as ours:
        await ours.status()
        words = (await ours.part()).decode()
    assert "UNAUTHENTICATED" in words
    assert words.endswith("event: complete\ndata: \n\n")


async def test_a_bad_token_and_a_mutation_by_get_are_refused(app: Starlette) -> None:
    async with request(app, "POST", {**EVENTS, "authorization": "Bearer nonsense"}, {"query": FOLLOW}) as ours:
        assert await ours.status() == 401
    asked = urlencode({"query": "mutation { publishEdition(input: {}) { __typename } }"})
    async with request(app, "GET", EVENTS, query=asked) as ours:
        await ours.status()
        assert (await ours.event())["data"]["errors"][0]["extensions"]["code"] == "NOT_BY_THIS_METHOD"


async def test_a_stream_that_has_nothing_to_say_is_kept_alive(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_answer, "ALIVE_SECONDS", 0.01)
    async with request(app, "POST", EVENTS, {"query": FOLLOW}) as ours:
        await ours.status()
        assert await ours.part() == b":\n\n"


async def test_a_stream_ends_when_the_program_drains_without_being_completed(app: Starlette) -> None:
    async with request(app, "POST", EVENTS, {"query": FOLLOW}) as ours:
        draining = ours.scope["state"][DRAINING] = asyncio.Event()
        await ours.status()
        draining.set()
        assert await ours.part() == b""
        await ours.over()


async def test_who_does_not_take_what_it_asked_for_is_left(
    app: Starlette, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_answer, "SLOW_SECONDS", 0.05)
    await write("unread")
    async with request(app, "POST", EVENTS, {"query": FOLLOW, "variables": {"after": 0}}) as ours:
        await ours.status()
        ours.takes.clear()
        while await ours.part():
            pass
        await ours.over()


async def test_streams_and_sockets_share_the_places_of_a_client(app: Starlette) -> None:
    asked = {"query": FOLLOW}
    async with request(app, "POST", EVENTS, asked) as one, request(app, "POST", EVENTS, asked) as two:
        assert [await one.status(), await two.status()] == [200, 200]
        async with request(app, "POST", EVENTS, asked) as three:
            assert await three.status() == 429
        await one.leave()
        async with request(app, "POST", EVENTS, asked) as four:
            assert await four.status() == 200


async def reserved(app: Starlette) -> str:
    async with request(app, "PUT", EVENTS) as ours:
        assert await ours.status() == 201
        return (await ours.part()).decode()


async def posted(app: Starlette, token: str, name: str, query: str) -> int:
    body = {"query": query, "extensions": {"operationId": name}}
    async with request(app, "POST", {TOKEN: token}, body) as ours:
        return await ours.status()


async def test_several_questions_are_answered_over_one_reserved_stream(app: Starlette, write: Write) -> None:
    token = await reserved(app)
    async with request(app, "GET", {**EVENTS, TOKEN: token}) as stream:
        assert await stream.status() == 200
        assert await posted(app, token, "follow", "subscription { registerChanged { key } }") == 202
        assert await posted(app, token, "once", "{ __typename }") == 202
        assert (await stream.event())["data"] == {"id": "once", "payload": {"data": {"__typename": "Query"}}}
        assert await stream.event() == {"event": "complete", "data": {"id": "once"}}
        await write("reserved")
        heard = await stream.event()
        assert heard["data"] == {"id": "follow", "payload": {"data": {"registerChanged": {"key": "reserved"}}}}
        async with request(app, "DELETE", {TOKEN: token}, query="operationId=follow") as ours:
            assert await ours.status() == 200
        assert await posted(app, token, "follow", "{ asOf }") == 202


async def test_a_reserved_stream_is_opened_once_and_known_while_it_is_open(app: Starlette) -> None:
    token = await reserved(app)
    async with request(app, "GET", {**EVENTS, TOKEN: token}) as stream:
        await stream.status()
        async with request(app, "GET", {**EVENTS, TOKEN: token}) as again:
            assert await again.status() == 409
    assert await posted(app, token, "1", "{ asOf }") == 404
    async with request(app, "POST", {TOKEN: "nonsense"}, {"query": "{ asOf }"}) as ours:
        assert await ours.status() == 404


async def test_a_question_without_a_name_and_a_name_twice_are_refused(app: Starlette) -> None:
    token = await reserved(app)
    async with request(app, "POST", {TOKEN: token}, {"query": "{ asOf }"}) as ours:
        assert await ours.status() == 400
    assert [await posted(app, token, "1", FOLLOW) for _ in range(2)] == [202, 409]
