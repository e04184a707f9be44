"""What is wrong in a request is told in words, with a code; `docs/reference/robustness.md` shows what each is answered.

The table there is made from the one here: the test prints it where they differ.
"""

import gc
import json
import tracemalloc
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from auktor.asgi import create_app
from auktor.settings import Settings
from tests.auktor.live.asgi import socket

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "robustness.md"
GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
ROUNDS = 3
GROWTH_BYTES = 500_000


@dataclass(frozen=True)
class Probe:
    """A request that is wrong in one way: what it is, its body, and what answers it."""

    what: str
    status: int
    code: str
    body: str | bytes = ""
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)


def asked(what: str, code: str, query: str, status: int = 200, **variables: object) -> Probe:
    return Probe(what, status, code, json.dumps({"query": query, "variables": variables}))


AFTER = "query ($c: String) { suppliers(after: $c) { nodes { key } } }"
NAMED = "query ($t: String) { suppliers(filter: {name: {eq: $t}}) { totalCount } }"
ANY = '{"query": "{ __typename }"}'
NO_TYPE = "UNSUPPORTED_MEDIA_TYPE"
FORM = "application/x-www-form-urlencoded"
CHANGE = '{"query": "mutation { __typename }"}'
HALF = '{"query": "{ asOf }", "variables": {"a": "\\ud800"}}'
MISHASHED = {"query": "{ asOf }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}
MISTYPED = '{ supplier(organisationNumber: "202100-6884") { key } }'
LARGE = f'{{ compensationRules(filter: {{amountSek: {{gt: "{"9" * 400}"}}}}) {{ totalCount }} }}'
DEEP = '{"query": "{ __typename }", "variables": {"a": %s1%s}}'
PROBES = [
    asked("cursor of another list", "BAD_CURSOR", AFTER, c="WyJzZXJ2aWNlcyIsImEiLDFd"),
    asked("cursor that is none", "BAD_CURSOR", AFTER, c="= ="),
    asked("cursor of 100,000 characters", "BAD_CURSOR", AFTER, c="A" * 100_000),
    asked("id of another type", "BAD_ID", '{ publicActor(id: "Supplier:finansiell-id-teknik") { key } }'),
    asked("id that is none", "BAD_ID", '{ node(id: "x y") { id } }'),
    asked(
        "organisation number with a wrong last digit",
        "BAD_CHECK_DIGIT",
        '{ supplier(organisationNumber: "202100-6884") { key } }',
        400,
    ),
    asked("unknown language", "NOT_VALID", "{ milestones { nodes { title(language: FR) } } }", 400),
    asked("unknown field", "NOT_VALID", "{ suplier { key } }", 400),
    asked("first: 0", "BAD_PAGE", "{ suppliers(first: 0) { totalCount nodes { key } } }"),
    asked("first: -1", "BAD_PAGE", "{ suppliers(first: -1) { totalCount nodes { key } } }"),
    asked("first: 10⁹", "BAD_PAGE", "{ suppliers(first: 1000000000) { totalCount nodes { key } } }"),
    asked("first: 10³⁰", "NOT_VALID", f"{{ suppliers(first: 1{'0' * 30}) {{ totalCount }} }}", 400),
    asked("first beside last", "BAD_PAGE", "{ suppliers(first: 1, last: 1) { nodes { key } } }"),
    asked("101 ids", "BAD_PAGE", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=["Supplier:x"] * 101),
    asked("NUL in a variable", "UNREADABLE_TEXT", NAMED, 400, t="a\0b"),
    asked("NUL in the question", "UNREADABLE_TEXT", '{ search(text: "a\\u0000b") { id } }', 400),
    asked("half a surrogate pair in the question", "NOT_GRAPHQL", '{ search(text: "\\ud800") { id } }', 400),
    Probe(
        "half a surrogate pair in a variable",
        400,
        "BAD_REQUEST",
        '{"query": "{ asOf }", "variables": {"a": "\\ud800"}}',
    ),
    asked("amount of 400 digits", "BAD_VALUE", LARGE, 400),
    asked("number of 5,000 digits", "NOT_VALID", f"{{ editions(first: {'9' * 5000}) {{ totalCount }} }}", 400),
    asked("day that is none", "BAD_VALUE", '{ register(asOf: "2026-02-30") { asOf } }', 400),
    asked("moment beyond what is known", "BAD_MOMENT", '{ register(knownAt: "9999-01-01T00:00:00Z") { asOf } }'),
    asked("variable missing", "BAD_VARIABLE", "query ($id: ID!) { node(id: $id) { id } }", 400),
    asked("variable of another type", "BAD_VARIABLE", AFTER, 400, c={"a": [1]}),
    asked("half a question", "NOT_GRAPHQL", "{ suppliers { nodes {", 400),
    asked("byte order mark before the question", "", "\ufeff{ __typename }"),
    Probe("byte order mark before the body", 400, "BAD_REQUEST", b'\xef\xbb\xbf{"query": "{ __typename }"}'),
    Probe("body that is not UTF-8", 400, "BAD_REQUEST", b'{"query": "{ __typename }\xff"}'),
    Probe("body in UTF-16", 400, "BAD_REQUEST", '{"query": "{ __typename }"}'.encode("utf-16")),
    Probe("half a body", 400, "BAD_REQUEST", '{"query": "{ __typename }"'),
    Probe("empty body", 400, "BAD_REQUEST", ""),
    Probe("list of questions", 400, "BAD_REQUEST", '[{"query": "{ __typename }"}]'),
    Probe("one key twice", 200, "", '{"query": "{ nosuch }", "query": "{ __typename }"}'),
    Probe("variables 1,000 deep", 200, "", DEEP % ("[" * 1000, "]" * 1000)),
    Probe("variables 100,000 deep", 400, "BAD_REQUEST", DEEP % ("[" * 100_000, "]" * 100_000)),
    Probe("number beyond every float", 400, "BAD_REQUEST", '{"query": "{ __typename }", "variables": {"a": 1e999}}'),
    Probe("NaN", 400, "BAD_REQUEST", '{"query": "{ __typename }", "variables": {"a": NaN}}'),
    Probe("unknown document", 404, "DOCUMENT_NOT_FOUND", '{"documentId": "nosuch"}'),
    Probe("hash of another text", 400, "PERSISTED_QUERY_HASH_MISMATCH", json.dumps(MISHASHED)),
    Probe("body of 300 kB", 413, "BODY_TOO_LARGE", '{"query": "' + " " * 300_000 + '"}'),
    Probe(
        "text/plain",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        '{"query": "{ __typename }"}',
        headers={"content-type": "text/plain"},
    ),
    Probe(
        "application/x-www-form-urlencoded",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "query={__typename}",
        headers={"content-type": "application/x-www-form-urlencoded"},
    ),
    Probe(
        "multipart/form-data",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        "--x--",
        headers={"content-type": "multipart/form-data; boundary=x"},
    ),
    Probe("compressed body", 415, NO_TYPE, b"\x1f\x8b", headers={"content-encoding": "gzip"}),
    Probe(
        "form of answer that there is none of",
        406,
        "NOT_ACCEPTABLE",
        '{"query": "{ __typename }"}',
        headers={"accept": "text/csv"},
    ),
    Probe("method that there is none of", 405, "METHOD_NOT_ALLOWED", ANY, method="PATCH"),
    Probe("mutation by GET", 405, "NOT_BY_THIS_METHOD", method="GET"),
    Probe(
        "mutation from a page of another site",
        403,
        "FOREIGN_ORIGIN",
        '{"query": "mutation { __typename }"}',
        headers={"origin": "https://evil.example"},
    ),
    Probe(
        "token that is none",
        401,
        "UNAUTHENTICATED",
        '{"query": "{ __typename }"}',
        headers={"authorization": "Bearer x"},
    ),
]


async def answered(client: httpx.AsyncClient, probe: Probe) -> tuple[int, str, str]:
    """Status, code and words of the answer; both empty of one without an error."""
    headers = {"content-type": JSON, "accept": GRAPHQL, **probe.headers}
    params = {"query": "mutation { __typename }"} if probe.method == "GET" else {}
    answer = await client.request(probe.method, "/graphql", params=params, content=probe.body, headers=headers)
    errors: list[dict[str, Any]] = answer.json().get("errors", [])
    return (
        (answer.status_code, errors[0]["extensions"]["code"], errors[0]["message"])
        if errors
        else (answer.status_code, "", "")
    )


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.what)
async def test_what_is_wrong_is_told_with_its_code(client: httpx.AsyncClient, probe: Probe) -> None:
    status, code, message = await answered(client, probe)
    assert (status, code) == (probe.status, probe.code), message
    assert len(message) < 1000


async def test_a_page_of_another_site_may_not_connect_a_websocket(settings: Settings, register_database: str) -> None:
    async with socket(create_app(settings, register_database), {"origin": "https://evil.example"}) as ours:
        assert (await ours.opened())["status"] == 403


@pytest.mark.proof
async def test_memory_is_the_same_however_often_something_wrong_is_asked(client: httpx.AsyncClient) -> None:
    tracemalloc.start()
    for probe in PROBES:
        await answered(client, probe)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for probe in PROBES * ROUNDS:
        await answered(client, probe)
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < GROWTH_BYTES


def test_the_page_shows_what_each_is_answered() -> None:
    rows = [f"| {probe.what} | {probe.status} | {probe.code} |" for probe in PROBES]
    shown = [line for line in PAGE.read_text("utf-8").splitlines() if line in rows]
    assert shown == rows, "\n".join(rows)
