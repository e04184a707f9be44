"""Points, costs and names of documents as a client meets them."""

import hashlib
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import Any

import httpx
import pytest

from auktor.asgi import create_app
from auktor.graphql.documents import shipped_documents
from auktor.limits.points import Points
from auktor.settings import Settings

Serving = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]
LIST = "{ suppliers(first: 3) { nodes { name } } }"


@pytest.fixture
def serving(settings: Settings, register_database: str, monkeypatch: pytest.MonkeyPatch) -> Serving:
    """The application with settings of its own, in a minute that stands still: no point comes back meanwhile."""
    monkeypatch.setattr("auktor.asgi.Points", partial(Points, clock=lambda: 0.0))

    @asynccontextmanager
    async def serve(**changed: object) -> AsyncGenerator[httpx.AsyncClient, None]:
        app = create_app(settings.model_copy(update=changed), register_database)
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
        ):
            yield client

    return serve


async def asked(client: httpx.AsyncClient, query: str | None = None, **more: object) -> httpx.Response:
    given = {} if query is None else {"query": query}
    headers = {str(name): str(value) for name, value in more.pop("headers", {}).items()}  # type: ignore[attr-defined]
    return await client.post("/graphql", json={**given, **more}, headers=headers)


def code_of(answer: httpx.Response) -> str:
    code: str = answer.json()["errors"][0]["extensions"]["code"]
    return code


def persisted(text: str) -> dict[str, object]:
    return {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(text.encode()).hexdigest()}}


async def test_who_has_spent_its_points_is_asked_to_wait(serving: Serving) -> None:
    async with serving(points_a_minute=20) as client:
        assert [(await asked(client, "{ asOf }")).status_code for _ in range(20)] == [200] * 20
        refused = await asked(client, "{ asOf }")
        assert (refused.status_code, code_of(refused)) == (429, "OUT_OF_POINTS")
        assert refused.headers["retry-after"] == "3"
        assert refused.headers["ratelimit-remaining"] == "0"


async def test_a_question_that_is_refused_costs_a_point(serving: Serving) -> None:
    async with serving(points_a_minute=1) as client:
        assert code_of(await asked(client, "{")) == "NOT_GRAPHQL"
        assert (await asked(client, "{ asOf }")).status_code == 429


async def test_rate_limit_is_true_for_who_asks(serving: Serving) -> None:
    async with serving(points_a_minute=1000) as client:
        query = "{ rateLimit { limit cost remaining nodes } publicActors(first: 100) { nodes { name } } }"
        answer = await asked(client, query)
        assert answer.json()["data"]["rateLimit"] == {"limit": 1000, "cost": 2, "remaining": 998, "nodes": 101}
        assert (answer.headers["ratelimit-remaining"], answer.headers["query-cost"]) == ("998", "2")


async def test_another_address_behind_a_trusted_proxy_has_points_of_its_own(serving: Serving) -> None:
    async with serving(points_a_minute=1, trusted_proxies=1) as client:
        for address in ("192.0.2.1", "192.0.2.2"):
            headers = {"x-forwarded-for": f"6.6.6.6, {address}"}
            statuses = [(await asked(client, "{ asOf }", headers=headers)).status_code for _ in range(2)]
            assert statuses == [200, 429]


async def test_the_word_of_a_client_about_its_address_is_not_believed(serving: Serving) -> None:
    async with serving(points_a_minute=1) as client:
        first = await asked(client, "{ asOf }", headers={"x-forwarded-for": "192.0.2.1"})
        second = await asked(client, "{ asOf }", headers={"x-forwarded-for": "192.0.2.2"})
        assert (first.status_code, second.status_code) == (200, 429)


async def test_the_cost_stands_beside_the_answer_where_it_is_asked_for(client: httpx.AsyncClient) -> None:
    assert "extensions" not in (await asked(client, LIST)).json()
    told = await asked(client, LIST, headers={"prefer": "cost"})
    assert told.json()["extensions"] == {"cost": {"points": 1, "nodes": 4}}
    assert "prefer" in told.headers["vary"]


async def test_a_question_over_the_most_points_is_refused(client: httpx.AsyncClient) -> None:
    page = "nodes { services(first: 100) { nodes { supplier { services(first: 100) { nodes { id } } } } } }"
    assert code_of(await asked(client, f"{{ suppliers(first: 100) {{ {page} }} }}")) == "COST_TOO_HIGH"


@pytest.mark.parametrize("name", shipped_documents())
async def test_every_shipped_document_is_known_by_name_and_hash(client: httpx.AsyncClient, name: str) -> None:
    digest = hashlib.sha256(shipped_documents()[name].encode()).hexdigest()
    by_name = await asked(client, documentId=name)
    by_hash = await asked(client, documentId=f"sha256:{digest}")
    assert (by_name.status_code, by_hash.status_code) == (200, 200)
    assert _lasting(by_name.json()) == _lasting(by_hash.json())


def _lasting(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer but for the points that are left, which asking itself makes fewer."""
    (answer.get("data") or {}).pop("rateLimit", None)
    return answer


async def test_a_document_may_be_named_in_the_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/graphql", params={"documentId": "4-state-agencies"}, headers={"accept": "text/html"})
    assert answer.status_code == 406
    answer = await client.get("/graphql", params={"documentId": "4-state-agencies"})
    assert "errors" not in answer.json()


async def test_an_unknown_document_is_404_with_names_like_it(client: httpx.AsyncClient) -> None:
    answer = await asked(client, documentId="frnt")
    assert (answer.status_code, code_of(answer)) == (404, "DOCUMENT_NOT_FOUND")
    assert "Did you mean front" in answer.json()["errors"][0]["message"]


async def test_an_automatic_persisted_query_is_registered_by_its_text_once(client: httpx.AsyncClient) -> None:
    first = await asked(client, extensions=persisted(LIST))
    assert code_of(first) == "PERSISTED_QUERY_NOT_FOUND"
    assert first.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    sent = await asked(client, LIST, extensions=persisted(LIST))
    again = await asked(client, extensions=persisted(LIST))
    assert sent.json() == again.json() == (await asked(client, LIST)).json()


async def test_a_text_with_the_hash_of_another_is_400(client: httpx.AsyncClient) -> None:
    answer = await asked(client, LIST, extensions=persisted("{ asOf }"))
    assert (answer.status_code, code_of(answer)) == (400, "PERSISTED_QUERY_HASH_MISMATCH")
    assert code_of(await asked(client, extensions=persisted("{ asOf }"))) == "PERSISTED_QUERY_NOT_FOUND"


async def test_registered_documents_do_not_fill_the_memory(client: httpx.AsyncClient) -> None:
    texts = ["{ asOf } #" + f"{number}".rjust(90_000) for number in range(13)]
    for text in texts:
        await asked(client, text, extensions=persisted(text))
    kept = [text for text in texts if "errors" not in (await asked(client, extensions=persisted(text))).json()]
    assert kept == texts[-11:]


@pytest.mark.parametrize(
    "given",
    [
        {"documentId": 1},
        {"documentId": "front", "query": "{ asOf }"},
        {"extensions": {"persistedQuery": "x"}},
        {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": "x"}}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {},
    ],
)
async def test_a_document_named_wrongly_is_400(client: httpx.AsyncClient, given: dict[str, object]) -> None:
    answer = await asked(client, **given)
    assert (answer.status_code, code_of(answer)) == (400, "BAD_REQUEST")


async def test_with_a_safelist_only_shipped_documents_are_answered(serving: Serving) -> None:
    async with serving(safelist=True) as client:
        assert (await asked(client, documentId="4-state-agencies")).status_code == 200
        assert (await asked(client, shipped_documents()["4-state-agencies"])).status_code == 200
        refused = await asked(client, LIST)
        assert (refused.status_code, code_of(refused)) == (403, "NOT_ON_THE_SAFELIST")
        assert (await asked(client, LIST, extensions=persisted(LIST))).status_code == 403


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{" + " ".join(f"a{i}: asOf" for i in range(1000)) + "}", "TOO_MANY_TOKENS"),
        ("{" + " ".join(f"a{i}: asOf" for i in range(10_000)) + "}", "TOO_LONG"),
        ("{asOf" + " @a" * 1000 + "}", "TOO_MANY_DIRECTIVES"),
        ("{a" * 2000 + "}" * 2000, "TOO_MANY_TOKENS"),
        ("{node(id:" + "[" * 5000 + "]" * 5000 + "){id}}", "TOO_MANY_TOKENS"),
        ("query{...A} fragment A on Query{...B} fragment B on Query{...A}", "FRAGMENT_CYCLE"),
        ("{node(id: 1" + "0" * 20_000 + "){id}}", "BAD_ID"),
        ('{search(text:"a", first: 1' + "0" * 20_000 + "){id}}", "NOT_VALID"),
        ('{suppliers(filter:{name:{eq:"\\ud800"}}){nodes{id}}}', "NOT_GRAPHQL"),
        ("{suppliers(first: 0){nodes{id}}}", "BAD_PAGE"),
        ("{suppliers(first: 1000000000){nodes{id}}}", "BAD_PAGE"),
    ],
    ids=lambda value: value if value.isupper() else value[:24],
)
async def test_abuse_is_an_error_that_says_what(client: httpx.AsyncClient, query: str, code: str) -> None:
    answer = await asked(client, query)
    assert answer.status_code < 500
    assert code_of(answer) == code
    assert len(answer.content) < 1_000
