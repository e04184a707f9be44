"""What may be kept of an answer, by whom and for how long; and that nobody is given what no longer holds."""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager
from typing import Any

import asyncpg
import httpx
import pytest

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.kept import KeptAnswers
from auktor.settings import Settings
from db.engine import Database
from db.revision import State
from db.wire import Wire
from db.write import begin
from schema.answering import Answer, Executor, Ready

SUPPLIERS = "{ suppliers(first: 3) { totalCount nodes { id name } } }"
PAST = '{ register(asOf: "2025-06-01", knownAt: "%s") { suppliers { nodes { name } } } }'


@pytest.fixture(scope="module")
async def database(register_database: str) -> AsyncGenerator[Database, None]:
    database = Database(register_database)
    yield database
    await database.close()


@pytest.fixture(scope="module")
async def reader(settings: Settings, register_database: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    app = create_app(settings, register_database)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
    ):
        yield client


@pytest.fixture
def token(settings: Settings) -> dict[str, str]:
    """The header of a case officer."""
    issuer = local_issuer(settings)
    return {"authorization": f"Bearer {issuer.issue(Role.CASE_OFFICER, None, 'anna', seconds=600)}"}


async def got(client: httpx.AsyncClient, query: str, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.get("/graphql", params={"query": query}, headers=named)


async def moved(database: Database) -> None:
    """Write something, if nothing more than the number of the revision."""
    async with database.writing() as connection:
        await begin(connection)


async def recorded_at(database: Database) -> str:
    async with database.reading() as connection:
        found = await connection.exec_driver_sql("SELECT recorded_at FROM revision")
        return str(found.scalar_one().isoformat()).replace("+00:00", "Z")


async def test_the_open_register_may_be_kept_and_is_asked_for_again(reader: httpx.AsyncClient) -> None:
    answer = await got(reader, SUPPLIERS)
    assert answer.headers["cache-control"] == "public, no-cache"
    assert re.fullmatch(r'"[0-9a-f]{32}-j-(plain|zstd)"', answer.headers["etag"])
    assert answer.headers["vary"] == "accept, accept-encoding, accept-language, authorization, prefer"


async def test_who_has_the_answer_already_is_told_so(reader: httpx.AsyncClient) -> None:
    first = await got(reader, SUPPLIERS)
    for held in (first.headers["etag"], f"W/{first.headers['etag']}", f'"x", {first.headers["etag"]}', "*"):
        again = await got(reader, SUPPLIERS, if_none_match=held)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert "content-type" not in again.headers
    other = await got(reader, SUPPLIERS, if_none_match='"other"')
    assert other.status_code == 200


async def test_an_answer_has_another_name_when_the_register_has_moved_and_only_then(
    reader: httpx.AsyncClient, database: Database
) -> None:
    before = await got(reader, SUPPLIERS)
    assert (await got(reader, SUPPLIERS)).headers["etag"] == before.headers["etag"]
    await moved(database)
    after = await got(reader, SUPPLIERS, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
    assert int(after.headers["register-revision"]) == int(before.headers["register-revision"]) + 1
    assert after.content == before.content


async def test_what_was_known_of_a_past_day_stands_whatever_is_written(
    reader: httpx.AsyncClient, database: Database
) -> None:
    query = PAST % await recorded_at(database)
    before = await got(reader, query)
    assert before.headers["cache-control"] == "public, max-age=3600"
    assert "register-revision" not in before.headers
    await moved(database)
    assert (await got(reader, query, if_none_match=before.headers["etag"])).status_code == 304


@pytest.mark.parametrize(
    "query",
    [
        "{ rateLimit { remaining } suppliers { totalCount } }",
        "{ viewer { role } }",
        "{ ...Deep } fragment Deep on Query { ... on Query { viewer { role } } }",
        "{ suppliers { totalCount } auditEntries { totalCount } }",
        "{ preparations { totalCount } }",
    ],
)
async def test_what_depends_on_who_asks_is_kept_by_nobody(reader: httpx.AsyncClient, query: str) -> None:
    answer = await got(reader, query)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers


async def test_what_a_role_is_answered_is_kept_by_nobody_outside(
    reader: httpx.AsyncClient, token: dict[str, str]
) -> None:
    answer = await got(reader, SUPPLIERS, **token)
    assert answer.headers["cache-control"] == "private, no-store"
    assert "etag" not in answer.headers
    assert "authorization" in answer.headers["vary"]


async def test_a_stranger_is_never_given_what_a_role_was_answered(
    reader: httpx.AsyncClient, token: dict[str, str], database: Database
) -> None:
    query = "{ suppliers(listed: null) { nodes { name reliedCapacity } } }"
    own, strange = await got(reader, query, **token), await got(reader, query)
    assert (await got(reader, query, **token)).content == own.content
    assert (await got(reader, query)).content == strange.content
    del database


@pytest.mark.parametrize(
    "query", ["{", "{ nosuch }", '{ node(id: "Supplier") { id } }', "{ suppliers(first: 0) { totalCount } }"]
)
async def test_an_error_is_kept_by_nobody(reader: httpx.AsyncClient, query: str) -> None:
    for accept in ("application/json", "application/graphql-response+json"):
        answer = await got(reader, query, accept=accept)
        assert "errors" in answer.json()
        assert answer.headers["cache-control"] == "private, no-store"
        assert "etag" not in answer.headers


async def test_an_answer_to_post_is_kept_by_nobody_outside(reader: httpx.AsyncClient) -> None:
    posted = await reader.post("/graphql", json={"query": SUPPLIERS})
    assert posted.content == (await got(reader, SUPPLIERS)).content
    assert posted.headers["cache-control"] == "private, no-store"
    assert "etag" not in posted.headers
    assert posted.headers["register-revision"].isdigit()


async def test_an_answer_to_query_may_be_kept(reader: httpx.AsyncClient) -> None:
    asked = await reader.request("QUERY", "/graphql", json={"query": SUPPLIERS})
    held = {"if-none-match": asked.headers["etag"]}
    again = await reader.request("QUERY", "/graphql", json={"query": SUPPLIERS}, headers=held)
    assert (asked.headers["cache-control"], again.status_code) == ("public, no-cache", 304)


async def test_each_shape_of_an_answer_has_a_name_of_its_own(reader: httpx.AsyncClient) -> None:
    query = "{ publicActors(first: 100) { nodes { name } } }"
    shapes: list[dict[str, str]] = [
        {"accept_encoding": "identity"},
        {"accept_encoding": "gzip"},
        {"accept_encoding": "br"},
        {"accept_encoding": "zstd"},
        {"accept": "application/graphql-response+json"},
        {"prefer": "cost"},
    ]
    answers = [await got(reader, query, **shape) for shape in shapes]
    assert len({each.headers["etag"] for each in answers}) == len(shapes)
    assert [each.headers.get("content-encoding") for each in answers[:4]] == [None, "gzip", "br", "zstd"]
    assert len({str(each.json()["data"]) for each in answers}) == 1
    assert answers[-1].json()["extensions"] == {"cost": {"points": 2, "nodes": 101}}


async def test_variables_in_another_order_are_the_same_question(reader: httpx.AsyncClient) -> None:
    query = "query ($a: Int, $b: String) { suppliers(first: $a, after: $b) { totalCount } }"
    names = [
        (await reader.request("QUERY", "/graphql", json={"query": query, "variables": each})).headers["etag"]
        for each in ({"a": 1, "b": None}, {"b": None, "a": 1}, {"a": 2, "b": None})
    ]
    assert names[0] == names[1] != names[2]


async def test_a_kept_answer_costs_one_point(reader: httpx.AsyncClient) -> None:
    query = "{ services(first: 100) { nodes { supplier { services(first: 100) { nodes { name } } } } } }"
    read, kept = await got(reader, query), await got(reader, query)
    spent = int(read.headers["ratelimit-remaining"]) - int(kept.headers["ratelimit-remaining"])
    assert int(read.headers["query-cost"]) == int(kept.headers["query-cost"]) > 50
    assert spent <= 1


async def test_the_head_of_an_answer_is_that_of_the_whole(reader: httpx.AsyncClient) -> None:
    whole, head = await got(reader, SUPPLIERS), await reader.head("/graphql", params={"query": SUPPLIERS})
    for name in ("etag", "content-type", "content-length", "cache-control", "vary"):
        assert head.headers[name] == whole.headers[name]


async def test_an_answer_has_the_headers_of_every_answer(reader: httpx.AsyncClient) -> None:
    for answer in (await got(reader, SUPPLIERS), await got(reader, "{ viewer { role } }")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["access-control-allow-origin"] == "*"
        exposed = answer.headers["access-control-expose-headers"]
        assert {"ETag", "Link", "Retry-After", "RateLimit", "Register-Revision"} <= set(exposed.split(", "))
        assert len(answer.headers.get_list("vary")) == 1


async def test_what_was_read_while_the_register_moved_is_read_anew_in_one_snapshot(
    reader: httpx.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared: list[bool] = []
    lent, fetch = Wire.lent, asyncpg.Connection.fetch

    def looked_at(self: Wire, *, snapshot: bool, **how: bool) -> AbstractAsyncContextManager[asyncpg.Connection]:
        shared.append(snapshot)
        return lent(self, snapshot=snapshot, **how)

    async def moved_between(self: asyncpg.Connection, *asked: object) -> object:
        if len(shared) == 1:
            await moved(database)
        return await fetch(self, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Wire, "lent", looked_at)
    monkeypatch.setattr(asyncpg.Connection, "fetch", moved_between)
    query = "query Moving { suppliers(first: 2) { nodes { name services { nodes { name } } } } }"
    first, revision = await got(reader, query), (await got(reader, SUPPLIERS)).headers["register-revision"]
    assert shared[:2] == [False, True]
    assert first.headers["register-revision"] == revision
    assert (await got(reader, query, if_none_match=first.headers["etag"])).status_code == 304


async def test_who_asks_after_the_register_has_moved_is_not_told_what_is_being_read_for_another(
    reader: httpx.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go_on = asyncio.Event(), asyncio.Event()
    answer = Executor.answer_to

    async def held_back(self: Executor, *given: Any, **named: Any) -> Answer:  # noqa: ANN401
        found = await answer(self, *given, **named)
        read.set()
        await go_on.wait()
        return found

    revision = int((await got(reader, SUPPLIERS)).headers["register-revision"])
    monkeypatch.setattr(Executor, "answer_to", held_back)
    query = "query Joining { suppliers(first: 2) { nodes { name } } }"
    first = asyncio.create_task(got(reader, query))
    await read.wait()
    await moved(database)
    second = asyncio.create_task(got(reader, query))
    await asyncio.sleep(0.05)
    go_on.set()
    revisions = [int(each.headers["register-revision"]) for each in await asyncio.gather(first, second)]
    assert revisions == [revision, revision + 1]


async def test_an_answer_that_tells_its_revision_is_read_once_however_the_register_moves(
    reader: httpx.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Ready] = []
    answer, state_after = Executor.answer_to, KeptAnswers._state_after

    async def counted(self: Executor, ready: Ready, *given: Any, **named: Any) -> Answer:  # noqa: ANN401
        read.append(ready)
        await moved(database)
        return await answer(self, ready, *given, **named)

    async def moved_on(self: KeptAnswers, of: Database) -> State | None:
        await moved(database)
        return await state_after(self, of)

    before = int((await got(reader, SUPPLIERS)).headers["register-revision"])
    monkeypatch.setattr(Executor, "answer_to", counted)
    monkeypatch.setattr(KeptAnswers, "_state_after", moved_on)
    told = await got(reader, "query Telling { suppliers(first: 2) { nodes { name } } }")
    assert (told.headers["register-revision"], told.headers["cache-control"]) == (str(before + 1), "private, no-store")
    assert len(read) == 1


async def test_a_database_that_is_away_is_waited_for_once(
    reader: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Ready] = []

    async def away(_self: Executor, question: Ready, *_: object, **__: object) -> Answer:
        asked.append(question)
        return Answer(None, ({"message": "away"},), unavailable=True)

    async def unknown(*_: object) -> None:
        return None

    monkeypatch.setattr(Executor, "answer_to", away)
    monkeypatch.setattr(KeptAnswers, "_state_after", unknown)
    assert (await got(reader, "query Away { suppliers { totalCount } }")).status_code == 503
    assert len(asked) == 1


async def test_who_wants_nothing_kept_has_each_question_read(settings: Settings, register_database: str) -> None:
    nothing = settings.model_copy(update={"cache_megabytes": 0})
    app = create_app(nothing, register_database)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register.test") as client,
    ):
        answers = await asyncio.gather(*(client.post("/graphql", json={"query": SUPPLIERS}) for _ in range(5)))
        assert len({each.content for each in answers}) == 1
        told = (await client.get("/metrics")).text
    assert re.search(r'auktor_kept_answers_asked_total\{ended="misses",worker="\d+"\} 5.0', told)
