"""The same request is answered again from memory as it was before, and no longer than its answer stands."""

import asyncio
import gc
import json
import tracemalloc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.requests import Request
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core import periods
from auktor.core.roles import Role
from auktor.graphql import endpoint
from auktor.graphql.documents import Documents
from auktor.graphql.endpoint import GraphqlEndpoint
from auktor.graphql.repeatable import Manner, Read
from auktor.kept import KeptAnswer, KeptAnswers, Store, StrictState, answers
from auktor.listening import listening
from auktor.serving import configuration
from auktor.settings import Settings
from db.engine import Database
from db.revision import State
from db.write import begin
from schema.answering import Question

COUNTED = {"date", "ratelimit-remaining", "ratelimit-reset", "ratelimit"}


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were not answered by the bytes of a kept answer."""
    asked: list[str] = []
    answer = KeptAnswers.answer_at

    async def counted(self: KeptAnswers, state: State, name: str, question: Question, *given: Any) -> object:  # noqa: ANN401
        asked.append(question.text)
        return await answer(self, state, name, question, *given)

    monkeypatch.setattr(KeptAnswers, "answer_at", counted)
    return asked


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """The requests that were looked at whole."""
    requests: list[Request] = []
    read = endpoint.question_in

    async def counted(request: Request, documents: Documents) -> Question:
        requests.append(request)
        return await read(request, documents)

    monkeypatch.setattr(endpoint, "question_in", counted)
    return requests


@pytest.fixture
def question(request: pytest.FixtureRequest) -> dict[str, str]:
    """A question that no other test of the file asks."""
    return {"query": f"query {request.node.name} {{ suppliers(first: 3) {{ totalCount nodes {{ id name }} }} }}"}


@asynccontextmanager
async def reading(settings: Settings, url: str, **more: object) -> AsyncGenerator[httpx.AsyncClient, None]:
    """The program on a socket: what is answered again never reaches the application."""
    chosen = settings.model_copy(update=more)
    server = uvicorn.Server(configuration(create_app(chosen, url), chosen))
    with listening("127.0.0.1", 0) as socket:
        serving = asyncio.create_task(server._serve([socket]))
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{socket.getsockname()[1]}", timeout=30) as client:
                yield client
        finally:
            server.should_exit = True
            await serving


@pytest.fixture(scope="module")
async def client(settings: Settings, register_database: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    async with reading(settings, register_database) as client:
        yield client


def told(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in COUNTED}


def request(client: httpx.AsyncClient, question: dict[str, str], *more: str) -> bytes:
    """A request as it goes over the wire."""
    body = json.dumps(question)
    lines = ["POST /graphql HTTP/1.1", f"Host: {client.base_url.host}", "Content-Type: application/json", *more]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", body]).encode()


async def test_the_same_request_is_answered_the_same_without_being_read(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str]
) -> None:
    for ask in (
        lambda: client.post("/graphql", json=question),
        lambda: client.get("/graphql", params=question),
        lambda: client.request("QUERY", "/graphql", json=question),
    ):
        first = await ask()
        read = len(questions)
        second = await ask()
        assert len(questions) == read
        assert (second.status_code, second.content, told(second)) == (first.status_code, first.content, told(first))


async def test_another_line_that_may_decide_is_another_request(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str]
) -> None:
    await client.post("/graphql", json=question)
    for headers in ({"accept-language": "en"}, {"accept": "application/json"}, {"prefer": "cost"}, {"x-new": "1"}):
        read = len(questions)
        await client.post("/graphql", json=question, headers=headers)
        assert len(questions) == read + 1
    await client.post("/graphql", json=question, headers={"user-agent": "another", "x-request-id": "other"})
    assert len(questions) == read + 1


async def test_whoever_has_it_is_told_so_again(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str]
) -> None:
    name = (await client.get("/graphql", params=question)).headers["etag"]
    for _ in range(2):
        held = await client.get("/graphql", params=question, headers={"if-none-match": name})
        assert (held.status_code, held.content) == (304, b"")
    assert len(questions) == 2


async def test_an_answer_that_no_longer_stands_is_read_anew_and_the_request_is_not(
    client: httpx.AsyncClient,
    register_database: str,
    question: dict[str, str],
    questions: list[str],
    looked_at: list[Request],
) -> None:
    first = await client.post("/graphql", json=question)
    database = Database(register_database)
    async with database.writing() as connection:
        await begin(connection)
    await database.close()
    second = await client.post("/graphql", json=question)
    assert int(second.headers["register-revision"]) == int(first.headers["register-revision"]) + 1
    assert len(questions) == 2
    assert len(looked_at) == 1


async def test_on_another_day_it_is_read_anew(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await client.post("/graphql", json=question)
    monkeypatch.setattr(periods, "_day_of", lambda _: date(2033, 5, 18))
    await client.post("/graphql", json=question)
    assert len(questions) == 2


async def test_requests_sent_in_one_go_are_answered_in_their_order(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str]
) -> None:
    other = {"query": f"query {question['query'].split()[1]}_too {{ services {{ totalCount }} }}"}
    asked = [question, other, question, other, question]
    said = b"".join(request(client, each) for each in asked[:-1]) + request(client, asked[-1], "Connection: close")
    for _ in range(2):  # the first time by the application, where none is remembered
        reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
        writer.write(said)
        answers = [each.partition(b"\r\n\r\n") for each in (await reader.read()).split(b"HTTP/1.1 200 OK\r\n")[1:]]
        assert [next(iter(json.loads(body)["data"])) for _, _, body in answers] == [
            "suppliers", "services", "suppliers", "services", "suppliers",
        ]  # fmt: skip
        assert [b"connection: close" in head for head, _, _ in answers] == [False] * 4 + [True]
        writer.close()
    assert len(questions) == 2


async def test_a_request_that_comes_byte_by_byte_is_answered(
    client: httpx.AsyncClient, question: dict[str, str], questions: list[str]
) -> None:
    for _ in range(2):
        reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
        for byte in request(client, question, "Connection: close"):
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0)
        assert (await reader.read()).startswith(b"HTTP/1.1 200 ")
        writer.close()
    assert len(questions) == 1


async def test_who_leaves_before_the_answer_takes_nothing_from_others(
    client: httpx.AsyncClient, question: dict[str, str]
) -> None:
    for _ in range(20):
        _, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
        writer.write(request(client, question))
        writer.transport.abort()
    assert (await client.post("/graphql", json=question)).status_code == 200


async def test_a_token_is_looked_at_each_time(
    client: httpx.AsyncClient, settings: Settings, question: dict[str, str], questions: list[str]
) -> None:
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=600)
    for _ in range(2):
        await client.post("/graphql", json=question, headers={"authorization": f"Bearer {token}"})
    assert len(questions) == 2


async def test_points_are_counted_and_end(settings: Settings, register_database: str, question: dict[str, str]) -> None:
    async with reading(settings, register_database, points_a_minute=60) as client:
        statuses = [(await client.post("/graphql", json=question)).status_code for _ in range(100)]
    assert statuses[0] == 200
    assert 429 in statuses  # and now and then a point comes back


async def test_a_body_in_parts_is_answered_too(client: httpx.AsyncClient, question: dict[str, str]) -> None:
    async def parts() -> AsyncGenerator[bytes, None]:
        body = json.dumps(question).encode()
        for part in (body[:30], body[30:]):
            yield part

    whole = await client.post("/graphql", json=question)
    answer = await client.post("/graphql", content=parts(), headers={"content-type": "application/json"})
    assert answer.json() == whole.json()


async def test_what_the_store_lets_go_is_held_by_nobody(
    client: httpx.AsyncClient, question: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[KeptAnswer] = []
    monkeypatch.setattr(Store, "put", lambda _self, answer: put.append(answer))
    for _ in range(2):
        await client.post("/graphql", json=question)
    names = {each.name for each in put}
    put.clear()
    await asyncio.sleep(0.01)  # the loop itself holds what it has just handed over
    gc.collect()
    assert names
    assert [each for each in gc.get_objects() if isinstance(each, KeptAnswer) and each.name in names] == []


async def test_a_kept_answer_takes_no_more_room_than_its_bytes(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[KeptAnswer] = []
    monkeypatch.setattr(Store, "put", lambda _self, answer: put.append(answer))
    tracemalloc.start()
    try:
        await client.post("/graphql", json={"query": "{ publicActors(first: 100) { nodes { id name category } } }"})
        here = tracemalloc.take_snapshot().filter_traces(
            [tracemalloc.Filter(inclusive=True, filename_pattern=answers.__file__)]
        )
    finally:
        tracemalloc.stop()
    assert len(put[0].body) < sum(each.size for each in here.traces) < 1.2 * len(put[0].body)


BY_KEY = (
    "query ByKey($id: ID!, $first: Int = 2) { publicActor(id: $id) { name } services(first: $first) { totalCount } }"
)
SOMEBODY = {"query": BY_KEY, "variables": {"id": "PublicActor:nobody"}}


@pytest.mark.parametrize("cache_megabytes", [0, 8])
async def test_another_body_that_comes_as_one_did_before_need_only_be_read_itself(
    settings: Settings, register_database: str, looked_at: list[Request], cache_megabytes: int
) -> None:
    async with reading(settings, register_database, cache_megabytes=cache_megabytes) as client:
        await client.post("/graphql", json=SOMEBODY)
        for number in range(3):
            body = {"query": BY_KEY, "variables": {"id": f"PublicActor:nobody-{number}"}}
            short = await client.post("/graphql", json=body)
            assert len(looked_at) == 1
            long = await client.post("/graphql", json=body, headers={"x-never": str(number)})
            looked_at.pop()
            assert (short.status_code, short.content, told(short)) == (long.status_code, long.content, told(long))


async def test_what_is_kept_for_another_manner_is_read_once_in_this_one(
    client: httpx.AsyncClient, question: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bodies: list[bytes] = []
    read_as = GraphqlEndpoint.read_as

    def counted(self: GraphqlEndpoint, manner: Manner, body: bytes) -> Read | None:
        bodies.append(body)
        return read_as(self, manner, body)

    monkeypatch.setattr(GraphqlEndpoint, "read_as", counted)
    manner = {"x-manner": "this"}
    await client.post("/graphql", json=SOMEBODY, headers=manner)
    await client.post("/graphql", json=question)
    bodies.clear()
    for _ in range(3):
        await client.post("/graphql", json=question, headers=manner)
    assert len(bodies) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'{"query": 3}',
        b'{"query": "{"}',
        b'{"query": "{ noSuchField }"}',
        b'{"query": "query A { __typename }", "operationName": "B"}',
        b'{"query": "{ viewer { role } }"}',
        b'{"query": "{ suppliers(first: 2) { totalCount nodes { services @skip(if: false) { totalCount } } } }"}',
        b'{"query": "{ suppliers(first: 100000) { totalCount } }"}',
        b'{"query": "{ node(id: \\"nothing\\") { id } }"}',
        b'{"query": "query Q($n: Int) { suppliers(first: $n) { totalCount } }", "variables": {"n": "many"}}',
        b'{"query": "query Q($n: Int) { suppliers(first: $n) { totalCount } }", "variables": {"n": 1, "x": "\\ud800"}}',
        b'{"query": "mutation { publishEdition(input: {}) { __typename } }"}',
    ],
)
async def test_whatever_comes_as_one_did_before_is_answered_as_if_it_came_first(
    client: httpx.AsyncClient, body: bytes
) -> None:
    await client.post("/graphql", json=SOMEBODY)
    headers = {"content-type": "application/json"}
    for _ in range(2):  # the second time its document may be known
        short = await client.post("/graphql", content=body, headers=headers)
        long = await client.post("/graphql", content=body, headers={**headers, "x-never": "before"})
        assert (short.status_code, short.content, told(short)) == (long.status_code, long.content, told(long))


async def test_what_it_costs_is_charged_though_it_comes_as_one_did_before(
    settings: Settings, register_database: str
) -> None:
    dear = """query Dear($name: String) { suppliers(first: 1, filter: {name: {eq: $name}}) { totalCount }
        services(first: 100) { nodes { supplier { services(first: 100) { totalCount } } } } }"""
    async with reading(settings, register_database, points_a_minute=600) as client:
        body = {"query": dear, "variables": {"name": "nobody"}}
        answers = [await client.post("/graphql", json={**body, "operationName": name}) for name in (None, "Dear", "")]
    cost = int(answers[0].headers["query-cost"])
    assert cost > 50
    left = [int(each.headers["ratelimit-remaining"]) for each in answers]
    assert left[0] - left[1] == pytest.approx(cost, abs=10)  # meanwhile some come back
    assert left[1] - left[2] <= 1  # it was kept under the name that an empty one is


async def test_an_answer_tells_its_revision_itself_and_the_state_is_asked_for_where_that_is_new(
    settings: Settings, register_database: str, question: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[StrictState] = []
    read = StrictState.read

    def counted(self: StrictState) -> asyncio.Future[State]:
        reads.append(self)
        return read(self)

    monkeypatch.setattr(StrictState, "read", counted)
    async with reading(settings, register_database, cache_megabytes=0) as client:
        first = await client.post("/graphql", json=question)
        assert len(reads) == 1
        await client.post("/graphql", json=question)
        assert len(reads) == 1
        database = Database(register_database)
        async with database.writing() as connection:
            await begin(connection)
        await database.close()
        moved = await client.post("/graphql", json=question)
        assert len(reads) == 2
    assert int(moved.headers["register-revision"]) == int(first.headers["register-revision"]) + 1


async def test_a_request_that_was_answered_is_freed_without_a_search_for_garbage(client: httpx.AsyncClient) -> None:
    gc.collect()
    gc.disable()
    try:
        for number in range(10):
            body = {"query": BY_KEY, "variables": {"id": f"PublicActor:freed-{number}"}}
            for headers in ({}, {"x-freed": str(number)}):  # the short way and the long one
                assert (await client.post("/graphql", json=body, headers=headers)).status_code == 200
        left = [each for each in gc.get_objects() if isinstance(each, RequestResponseCycle)]
    finally:
        gc.enable()
    assert len(left) <= 3  # those of the connections that are open
