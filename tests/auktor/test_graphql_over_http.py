"""GraphQL over HTTP: every request is answered, and the answer says in status and form what happened."""

import gzip
import json
from collections.abc import AsyncIterator

import httpx
import pytest

from auktor.graphql import endpoint, reading
from schema.answering import Executor

BOTH = {"accept": "application/graphql-response+json"}
JSON = {"accept": "application/json"}


async def asked(client: httpx.AsyncClient, query: object, **more: object) -> httpx.Response:
    return await client.post("/graphql", json={"query": query, **more})


def code_of(answer: httpx.Response) -> str:
    code: str = answer.json()["errors"][0]["extensions"]["code"]
    return code


async def test_the_list_of_suppliers_is_answered(client: httpx.AsyncClient) -> None:
    answer = await asked(client, '{ suppliers(filter: {name: {contains: "Freja"}}) { nodes { name } } }')
    assert answer.json() == {"data": {"suppliers": {"nodes": [{"name": "Freja eID Sweden AB"}]}}}


async def test_a_question_may_stand_in_the_address(client: httpx.AsyncClient) -> None:
    variables = json.dumps({"day": "2025-06-01"})
    query = "query ($day: Date!) { register(asOf: $day) { asOf } }"
    answer = await client.get("/graphql", params={"query": query, "variables": variables})
    assert answer.json() == {"data": {"register": {"asOf": "2025-06-01"}}}


async def test_the_method_query_asks_with_a_body(client: httpx.AsyncClient) -> None:
    answer = await client.request("QUERY", "/graphql", json={"query": "{ __typename }"})
    assert answer.json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/json", "application/json"),
        ("application/graphql-response+json", "application/graphql-response+json"),
        ("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json"),
        ("application/graphql-response+json;q=0.1, application/json", "application/json"),
        ("text/csv, */*;q=0.1", "application/json"),
        ("*/*", "application/json"),
    ],
)
async def test_the_answer_has_the_form_that_is_weighed_most(client: httpx.AsyncClient, accept: str, form: str) -> None:
    answer = await client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": accept})
    assert answer.headers["content-type"] == f"{form}; charset=utf-8"


async def test_a_form_the_register_does_not_write_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept": "text/csv"})
    assert (answer.status_code, code_of(answer)) == (406, "NOT_ACCEPTABLE")


POSTED = [
    "/graphql",
    "/q/x",
    "/desk/beredning/x",
    "/desk/gor/x",
    "/desk/publicera",
    "/desk/logga-ut",
    "/desk/logga-in",
    "/en/desk/preparation/x",
    "/en/desk/do/x",
    "/en/desk/publish",
    "/en/desk/sign-out",
    "/en/desk/sign-in",
]


@pytest.mark.parametrize("query", ["{", "{ nosuchfield }", "query ($id: ID!) { node(id: $id) { id } }"])
async def test_what_cannot_be_executed_is_an_error_without_data(client: httpx.AsyncClient, query: str) -> None:
    plain = await client.post("/graphql", json={"query": query}, headers=JSON)
    exact = await client.post("/graphql", json={"query": query}, headers=BOTH)
    assert (plain.status_code, exact.status_code) == (200, 400)
    assert list(plain.json()) == list(exact.json()) == ["errors"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        '{"query": "{ __typename }"',
        "[]",
        '[{"query": "{ __typename }"}]',
        "null",
        '{"qeury": "{ __typename }"}',
        '{"query": 1}',
        '{"query": ""}',
        '{"query": "{ __typename }", "variables": []}',
        '{"query": "{ __typename }", "operationName": {}}',
        '{"query": "{ __typename }", "extensions": "x"}',
        '{"query": "{ __typename }", "variables": {"a": "\\ud800"}}',
        '{"query": "{ __typename }", "variables": {"a": ' + "[" * 100_000 + "]" * 100_000 + "}}",
    ],
    ids=lambda body: body[:60],
)
async def test_a_body_that_holds_no_question_is_400(client: httpx.AsyncClient, body: str) -> None:
    answer = await client.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, code_of(answer)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=x"},
        {"content-type": "application/json; charset=latin-1"},
        {"content-type": "application/json", "content-encoding": "gzip"},
        {},
    ],
    ids=str,
)
async def test_only_json_in_utf8_is_read(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    answer = await client.post("/graphql", content=gzip.compress(b'{"query":"{__typename}"}'), headers=headers)
    assert (answer.status_code, code_of(answer)) == (415, "UNSUPPORTED_MEDIA_TYPE")


async def test_a_body_of_more_than_256_kb_is_refused_by_its_announced_length(client: httpx.AsyncClient) -> None:
    answer = await asked(client, "{ __typename #" + "x" * reading.LARGEST_BODY_BYTES + "\n}")
    assert (answer.status_code, code_of(answer)) == (413, "BODY_TOO_LARGE")


async def test_a_body_without_length_is_read_no_further_than_256_kb(client: httpx.AsyncClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 50_000_000:
            sent += 65_536
            yield b" " * 65_536

    answer = await client.post("/graphql", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert sent <= reading.LARGEST_BODY_BYTES + 2 * 65_536


async def test_a_mutation_by_get_is_405(client: httpx.AsyncClient) -> None:
    answer = await client.get("/graphql", params={"query": "mutation { __typename }"})
    assert (answer.status_code, code_of(answer)) == (405, "NOT_BY_THIS_METHOD")
    assert "POST" in answer.headers["allow"]


async def test_text_that_no_table_can_hold_is_refused_before_it_gets_there(client: httpx.AsyncClient) -> None:
    in_literal = await asked(client, '{ suppliers(filter: {name: {eq: "a\\u0000b"}}) { totalCount } }')
    query = "query ($name: String!) { suppliers(filter: {name: {eq: $name}}) { totalCount } }"
    in_variable = await asked(client, query, variables={"name": "a\0b"})
    assert code_of(in_literal) == code_of(in_variable) == "UNREADABLE_TEXT"


async def test_an_error_of_the_register_has_its_code_and_its_words(client: httpx.AsyncClient) -> None:
    answer = await asked(client, '{ suppliers(after: "zz") { totalCount nodes { name } } }')
    assert answer.status_code == 200
    assert code_of(answer) == "BAD_CURSOR"


async def test_an_unforeseen_error_is_a_reference_and_nothing_else(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(*_args: object, **_named: object) -> None:
        message = "password=secret"
        raise KeyError(message)

    monkeypatch.setattr(Executor, "answer_to", fails)
    answer = await asked(client, "{ failing: __typename }")  # a question of its own: the answer of another may be kept
    assert (answer.status_code, code_of(answer)) == (500, "INTERNAL_ERROR")
    reference = answer.json()["errors"][0]["message"].split()[-1].rstrip(".")
    assert "secret" not in answer.text
    assert reference in caplog.text
    assert "password=secret" in caplog.text


async def test_a_page_of_another_origin_may_ask_without_credentials(client: httpx.AsyncClient) -> None:
    preflight = await client.options("/graphql", headers={"origin": "https://dash.example"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in preflight.headers
    assert set(preflight.headers["access-control-allow-methods"].split(", ")) == {*endpoint.METHODS, "PUT", "DELETE"}


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize("address", POSTED)
async def test_what_a_page_of_another_site_can_send_changes_nothing_anywhere(
    client: httpx.AsyncClient, address: str, kind: str
) -> None:
    headers = {"content-type": kind, "origin": "https://evil.example", "cookie": "desk=made-up"}
    answer = await client.post(address, content='{"query": "mutation { __typename }"}', headers=headers)
    assert 400 <= answer.status_code < 500, answer.text


async def test_every_address_that_takes_what_is_sent_is_tried(client: httpx.AsyncClient) -> None:
    app = client._transport.app  # type: ignore[attr-defined]
    taking = {
        route.path.partition("{")[0] for route in app.router.routes if "POST" in (getattr(route, "methods", None) or ())
    }
    assert taking - {"/"} == {each.removesuffix("x") for each in POSTED} - {"/graphql"}


async def test_an_address_beside_graphql_is_not_graphql(client: httpx.AsyncClient) -> None:
    assert (await client.post("/graphql/", json={"query": "{ __typename }"})).status_code == 404


@pytest.mark.parametrize(
    ("accepted", "language", "name"),
    [
        (None, "sv", "Skatteverket"),
        ("en", "en", "The National Tax Board"),
        ("en-GB;q=0.8, sv;q=0.5", "en", "The National Tax Board"),
        ("en;q=0.5, sv;q=0.8", "sv", "Skatteverket"),
        ("fr, de;q=0.9", "sv", "Skatteverket"),
        ("*", "sv", "Skatteverket"),
        ("nonsense;q=x", "sv", "Skatteverket"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_names_are_in_the_language_a_reader_prefers(
    client: httpx.AsyncClient, method: str, accepted: str | None, language: str, name: str
) -> None:
    asking = {"query": '{ node(id: "PublicActor:skatteverket") { ... on PublicActor { name } } }'}
    given = {"params": asking} if method == "GET" else {"json": asking}
    headers = {} if accepted is None else {"accept-language": accepted}
    answer = await client.request(method, "/graphql", headers=headers, **given)  # type: ignore[arg-type]
    assert answer.json()["data"]["node"]["name"] == name
    assert answer.headers["content-language"] == language
    assert "accept-language" in answer.headers["vary"]
