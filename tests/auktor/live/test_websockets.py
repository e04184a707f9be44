"""The register followed over a WebSocket: every change once and in order, and every breach of the protocol named."""

import asyncio

import pytest
from starlette.applications import Starlette

from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.editions import publish_edition
from auktor.live import websockets
from auktor.settings import Settings
from tests.auktor.live.asgi import OWN_ORIGIN, socket
from tests.auktor.live.conftest import Write

FOLLOW = "subscription ($after: Count) { registerChanged(afterSequence: $after) { sequence kind key change } }"
INIT = {"type": "connection_init"}


async def test_changes_come_as_they_are_recorded_each_once_and_in_order(app: Starlette, write: Write) -> None:
    await write("before")
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("1", FOLLOW)
        ours.say({"type": "ping"})
        assert await ours.hear() == {"type": "pong"}
        await asyncio.sleep(0.2)  # until it has begun to follow from here on
        await write("one", "two")
        heard = [(await ours.answer("1"))["data"]["registerChanged"] for _ in range(2)]
    assert [(each["key"], each["change"]) for each in heard] == [("one", "ADDED"), ("two", "ADDED")]
    assert heard[0]["sequence"] < heard[1]["sequence"]


async def test_who_comes_back_gets_what_it_missed_and_nothing_twice(app: Starlette, write: Write) -> None:
    await write("seen", "missed")
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("1", FOLLOW, after=0)
        seen = (await ours.answer("1"))["data"]["registerChanged"]
        while seen["key"] != "seen":
            seen = (await ours.answer("1"))["data"]["registerChanged"]
    async with socket(app) as again:
        await again.begun()
        again.ask("1", FOLLOW, after=seen["sequence"])
        assert (await again.answer("1"))["data"]["registerChanged"]["key"] == "missed"
        await write("new")
        assert (await again.answer("1"))["data"]["registerChanged"]["key"] == "new"


async def test_an_edition_is_told_of_when_it_is_issued(
    app: Starlette, settings: Settings, module_database: str
) -> None:
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("1", "subscription { editionPublished(afterNumber: 0) { id number files { path } } }")
        published = await publish_edition(settings, module_database)
        told = (await ours.answer("1"))["data"]["editionPublished"]
    assert (told["id"], told["number"]) == (f"Edition:{published.number}", 1)
    assert {"path": "suppliers.csv"} in told["files"]


async def test_a_question_is_answered_as_by_post(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("q", '{ viewer { role } node(id: "Supplier:nobody") { id } }')
        assert await ours.answer("q") == {"data": {"viewer": {"role": "anonymous"}, "node": None}}
        assert await ours.hear() == {"id": "q", "type": "complete"}
        ours.ask("q", "{ nosuchfield }")
        refused = await ours.hear()
    assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "NOT_VALID")


async def test_a_stored_document_is_asked_for_by_its_name(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.begun()
        ours.say({"id": "1", "type": "subscribe", "payload": {"documentId": "1-suppliers-today"}})
        assert (await ours.answer("1"))["data"]


async def test_a_role_is_told_by_the_first_message_or_by_the_handshake(app: Starlette, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.AUDITOR, None, "anna", seconds=60)
    by_message, by_handshake = {"authorization": f"Bearer {token}"}, {"Authorization": f"Bearer {token}"}
    for headers, payload in (({}, by_message), (by_handshake, {}), (by_handshake, by_message)):
        async with socket(app, headers) as ours:
            await ours.begun(**payload)
            ours.ask("1", "{ viewer { role } }")
            assert await ours.answer("1") == {"data": {"viewer": {"role": "auditor"}}}


async def test_a_bad_token_is_never_taken_for_none(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.opened()
        ours.say({**INIT, "payload": {"Authorization": "Bearer nonsense"}})
        code, reason = await ours.hear()
    assert (code, reason.partition(":")[0]) == (4403, "Forbidden")


async def test_the_connection_ends_with_the_token(app: Starlette, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.AUDITOR, None, "anna", seconds=-28)
    async with socket(app) as ours:
        await ours.begun(authorization=f"Bearer {token}")
        ours.ask("1", FOLLOW)
        assert await ours.hear() == (4403, "Forbidden: the token has ended. Connect again with a new one")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([{"type": "subscribe", "id": "1", "payload": {"query": "{ __typename }"}}], (4401, "Unauthorized")),
        ([INIT, INIT], (4429, "Too many initialisation requests")),
        ([{"type": "nope"}], (4400, "Invalid message: unknown type 'nope'")),
        (["{{{"], (4400, "Invalid message: not JSON in a text frame")),
        (["[]"], (4400, "Invalid message: not an object")),
        (
            [{**INIT, "payload": 1}],
            (4400, "Invalid message: the payload of connection_init is not an object"),
        ),
        (
            [INIT, {"type": "subscribe", "payload": {"query": "{ __typename }"}}],
            (4400, "Invalid message: id is not a text of 1 to 128 characters"),
        ),
        (
            [INIT, *[{"id": "1", "type": "subscribe", "payload": {"query": FOLLOW}}] * 2],
            (4409, "Subscriber for 1 already exists"),
        ),
    ],
    ids=["before init", "init twice", "unknown type", "not json", "a list", "odd payload", "no id", "id twice"],
)
async def test_a_breach_of_the_protocol_ends_the_connection_with_its_code(
    app: Starlette, said: list[object], expected: tuple[int, str]
) -> None:
    async with socket(app) as ours:
        await ours.opened()
        ours.say(*said)
        heard = await ours.hear()
        while heard == {"type": "connection_ack"}:
            heard = await ours.hear()
    assert tuple(heard) == expected


async def test_who_says_nothing_is_not_waited_for(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websockets, "INIT_SECONDS", 0.01)
    async with socket(app) as ours:
        await ours.opened()
        assert await ours.hear() == (4408, "Connection initialisation timeout")


async def test_who_does_not_take_what_it_asked_for_is_left(
    app: Starlette, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websockets, "SLOW_SECONDS", 0.05)
    await write("unread")
    async with socket(app) as ours:
        await ours.begun()
        ours.takes.clear()
        ours.ask("1", FOLLOW, after=0)
        assert await ours.hear() == (1013, "Try again later: you do not take what you asked for")


@pytest.mark.parametrize("protocols", [("graphql-ws",), ()])
async def test_no_other_protocol_is_spoken(app: Starlette, protocols: tuple[str, ...]) -> None:
    async with socket(app, protocols=protocols) as ours:
        assert (await ours.opened()).get("subprotocol") is None
        assert await ours.hear() == (4406, "Subprotocol not acceptable: speak graphql-transport-ws")


async def test_a_page_of_another_site_may_not_connect(app: Starlette) -> None:
    async with socket(app, {"origin": "https://evil.example"}) as ours:
        answer = await ours.opened()
        assert (answer["type"], answer["status"]) == ("websocket.http.response.start", 403)
    async with socket(app, {"origin": OWN_ORIGIN}) as ours:
        await ours.begun()


async def test_a_client_has_so_many_connections_and_no_more_and_a_place_comes_free(app: Starlette) -> None:
    async with socket(app) as one, socket(app) as two, socket(app) as three:
        await one.begun()
        await two.begun()
        assert (await three.opened())["status"] == 429
        await one.leave()
        async with socket(app) as four:
            await four.begun()


async def test_a_connection_has_so_many_operations_and_no_more(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.begun()
        for name in ("1", "2", "3"):
            ours.ask(name, FOLLOW)
        refused = await ours.hear()
        assert (refused["id"], refused["payload"][0]["extensions"]["code"]) == ("3", "TOO_MANY_OPERATIONS")
        ours.say({"id": "1", "type": "complete"})
        ours.ask("4", "{ __typename }")
        assert await ours.answer("4") == {"data": {"__typename": "Query"}}


async def test_a_subscription_is_kept_within_the_limits_of_every_question(app: Starlette) -> None:
    async with socket(app) as ours:
        await ours.begun()
        ours.ask("1", "subscription { registerChanged { " + "key " * 3000 + "} }")
        assert (await ours.hear())["payload"][0]["extensions"]["code"] == "TOO_MANY_TOKENS"
