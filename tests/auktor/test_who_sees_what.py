"""Every type, asked for by every role through every door, one's own and others': what is not shown is told nowhere.

The types, their lists, filters, orders and sums are found in the schema, so that a new one is tried too. Which keys a
viewer sees is told by `tests.db.withheld`, without the words that the rules are written in.
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from graphql import GraphQLField, get_named_type
from starlette.applications import Starlette

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.periods import stockholm_today
from auktor.settings import Settings
from db.engine import Database
from db.facts import NOUNS, Fact, meaning_of
from db.visibility import ANYONE, open_columns
from schema.schema import SCHEMA
from tests.auktor.live.asgi import socket
from tests.db.withheld import VIEWERS, all_keys, fill, shown

SOME = ("anonymous", "alfa")
NAMES = [
    name if name in SOME else pytest.param(name, marks=pytest.mark.proof)
    for name in VIEWERS
    if name != "supplier of nothing"  # to whom no token is given
]
NOT_ALL_SEE = {noun for noun, each in NOUNS.items() if each.noun.withheld} | {"supplier", "service"}
QUERY = SCHEMA._schema.query_type
FOLLOW = "subscription { registerChanged(afterSequence: 0) { sequence kind key } }"


def types() -> dict[str, str]:
    """The nouns that have ids, each with its type."""
    interface: Any = SCHEMA._schema.type_map["Node"]
    shown = {each.name for each in SCHEMA._schema.get_possible_types(interface)}
    return {noun: model.__name__ for noun, model in NOUNS.items() if model.__name__ in shown}


def lists() -> dict[str, tuple[type[Fact], GraphQLField]]:
    """The lists at the root, by name, each with its noun."""
    assert QUERY is not None
    models = {f"{each.__name__}Connection": each for each in NOUNS.values()}
    found = {name: (models.get(get_named_type(field.type).name), field) for name, field in QUERY.fields.items()}
    return {name: (model, field) for name, (model, field) in found.items() if model}


LISTS = [
    name if model.noun.table in NOT_ALL_SEE else pytest.param(name, marks=pytest.mark.proof)
    for name, (model, _) in lists().items()
]


@dataclass
class Caller:
    """A viewer that asks over HTTP."""

    name: str
    client: httpx.AsyncClient
    headers: dict[str, str]
    app: Starlette
    everything: dict[str, set[str]]

    def sees(self, noun: str) -> set[str]:
        since_june = {"review": {"uppfoljning-bristexempel"}, "review_finding": {"brist-exempelkort-1"}}
        return shown(self.name, noun, self.everything[noun]) | since_june.get(noun, set())

    async def ask(self, query: str, **variables: object) -> Any:  # noqa: ANN401 -- JSON
        answer = await self.client.post("/graphql", json={"query": query, "variables": variables}, headers=self.headers)
        return self.data(answer)

    async def get(self, query: str, **variables: object) -> Any:  # noqa: ANN401 -- JSON
        params = {"query": query, "variables": json.dumps(variables)}
        return self.data(await self.client.get("/graphql", params=params, headers=self.headers))

    async def stored(self, query: str, **variables: object) -> Any:  # noqa: ANN401 -- JSON
        """Ask by the hash of the document, which is registered first."""
        digest = hashlib.sha256(query.encode()).hexdigest()
        by_hash = {"variables": variables, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}
        await self.client.post("/graphql", json={"query": query, **by_hash}, headers=self.headers)
        return self.data(await self.client.post("/graphql", json=by_hash, headers=self.headers))

    @staticmethod
    def data(answer: httpx.Response) -> Any:  # noqa: ANN401 -- JSON
        told = answer.json()
        assert "errors" not in told, told["errors"]
        return told["data"]


@pytest.fixture(scope="module")
def register(module_database: str) -> str:
    asyncio.run(fill(module_database))
    return module_database


@pytest.fixture(scope="module")
async def everything(register: str) -> AsyncGenerator[dict[str, set[str]], None]:
    """Every object of every noun, by key."""
    database = Database(register)
    day = stockholm_today(datetime.now(UTC))
    yield {noun: await all_keys(database, model, day) for noun, model in NOUNS.items()}
    await database.close()


@pytest.fixture(scope="module")
async def app(settings: Settings, register: str) -> AsyncGenerator[Starlette, None]:
    app = create_app(settings, register)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture(params=NAMES)
async def caller(
    request: pytest.FixtureRequest, app: Starlette, settings: Settings, everything: dict[str, set[str]]
) -> AsyncGenerator[Caller, None]:
    viewer, headers = VIEWERS[request.param], {}
    if viewer != ANYONE:
        token = local_issuer(settings).issue(viewer.role, viewer.organisation, viewer.subject, seconds=600)
        headers = {"authorization": f"Bearer {token}"}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://register.test") as client:
        yield Caller(request.param, client, headers, app, everything)


def keys_in(page: dict[str, Any]) -> set[str]:
    return {each["key"] for each in page["nodes"]}


def some(keys: Iterable[str]) -> Generator[list[str], None, None]:
    """As many at a time as may be asked for."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), 100):
        yield ordered[start : start + 100]


async def test_an_id_tells_of_an_object_those_it_is_shown_to(caller: Caller) -> None:
    for noun, name in types().items():
        for keys in some(caller.everything[noun]):
            ids = [f"{name}:{key}" for key in keys]
            expected = [{"id": each} if key in caller.sees(noun) else None for each, key in zip(ids, keys, strict=True)]
            data = await caller.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
            assert data["nodes"] == expected
            entities = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Node { id } } }"
            of = [{"__typename": name, "id": each} for each in ids]
            assert (await caller.ask(entities, of=of))["_entities"] == expected


@pytest.mark.parametrize("door", [Caller.ask, Caller.get, Caller.stored], ids=["POST", "GET", "stored"])
async def test_a_withheld_id_is_as_one_that_nothing_has(caller: Caller, door: Callable[..., Any]) -> None:
    query = "query ($id: ID!) { node(id: $id) { id __typename } }"
    for noun, name in types().items():
        for key in caller.everything[noun] - caller.sees(noun):
            assert await door(caller, query, id=f"{name}:{key}") == {"node": None}


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_holds_what_is_shown_however_it_is_filtered_and_ordered(caller: Caller, name: str) -> None:
    model, field = lists()[name]
    expected = caller.sees(model.noun.table)
    listed = "listed: null" if "listed" in field.args else "first: 100"
    whole = len(expected) <= 100
    told = "totalCount nodes { key }" if whole else "totalCount"

    def holds(*pages: dict[str, Any]) -> None:
        assert sum(each["totalCount"] for each in pages) == len(expected)
        if whole:
            assert set().union(*map(keys_in, pages)) == expected

    edges = "pageInfo { hasNextPage } edges { node { key } }"
    data = await caller.ask(f"{{ first: {name}({listed}) {{ {told} }} second: {name}({listed}) {{ {edges} }} }}")
    holds(data["first"])
    assert {each["node"]["key"] for each in data["second"]["edges"]} <= expected
    for each in facts_of(field, "filter", {"and", "or", "not"}):
        ways = (f"filter: {{{each}: {{isNull: {unknown}}}}} {listed}" for unknown in ("true", "false"))
        parts = (f"part{number}: {name}({way}) {{ {told} }}" for number, way in enumerate(ways))
        holds(*(await caller.ask(f"{{ {' '.join(parts)} }}")).values())
    for each in facts_of(field, "orderBy", set()):
        data = await caller.ask(f"{{ {name}(orderBy: [{{field: {each}, direction: DESC}}] {listed}) {{ {told} }} }}")
        holds(data[name])


def facts_of(field: GraphQLField, argument: str, but: set[str]) -> Sequence[str]:
    """What a list can be filtered or ordered by, in GraphQL's names."""
    kind: Any = get_named_type(field.args[argument].type)
    if argument == "orderBy":
        kind = get_named_type(kind.fields["field"].type)
        return sorted(kind.values)
    return sorted(kind.fields.keys() - but)


@pytest.mark.parametrize("name", LISTS)
async def test_a_filter_by_somebody_elses_id_finds_nothing_of_theirs(caller: Caller, name: str) -> None:
    model, field = lists()[name]
    given = facts_of(field, "filter", {"and", "or", "not"})
    for column in open_columns(model):
        meaning, fact = meaning_of(column), column.name.removesuffix("_id")
        if not (meaning and meaning.refers_to and column.name.endswith("_id") and fact in given):
            continue
        for keys in some(caller.everything[meaning.refers_to]):
            ids = [f"{NOUNS[meaning.refers_to].__name__}:{key}" for key in keys]
            query = f"query ($ids: [ID!]) {{ {name}(filter: {{{fact}: {{in: $ids}}}}) {{ nodes {{ key }} }} }}"
            assert keys_in((await caller.ask(query, ids=ids))[name]) <= caller.sees(model.noun.table)


@pytest.mark.parametrize("name", LISTS)
async def test_sums_count_what_is_shown_however_it_is_grouped(caller: Caller, name: str) -> None:
    assert QUERY is not None
    (model, field), grouped = lists()[name], QUERY.fields.get(f"{name}Aggregate")
    groups: Any = get_named_type(grouped.args["groupBy"].type) if grouped else None
    listed = "listed: null" if "listed" in field.args else "first: 1000"
    for group in sorted(groups.values) if groups else ():
        query = f"{{ groups: {name}Aggregate(groupBy: [{group}] {listed}) {{ count }} }}"
        counted = sum(each["count"] for each in (await caller.ask(query))["groups"])
        assert counted == len(caller.sees(model.noun.table)), group


async def test_from_an_object_no_way_leads_to_what_is_withheld(caller: Caller) -> None:
    nouns = {name: noun for noun, name in types().items()}
    for name, noun in nouns.items():
        kind: Any = SCHEMA._schema.type_map[name]
        for way, field in kind.fields.items():
            reached = get_named_type(field.type).name
            model = nouns.get(reached.removesuffix("Connection"))
            if model is None or any(str(each.type).endswith("!") for each in field.args.values()):
                continue
            told = f"{way}(first: 2) {{ nodes {{ key }} }}" if reached.endswith("Connection") else f"{way} {{ key }}"
            query = f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on {name} {{ {told} }} }} }}"
            found = await caller.ask(query, ids=[f"{name}:{key}" for key in sorted(caller.everything[noun])[-100:]])
            ends = [each[way] for each in found["nodes"] if each and each[way]]
            keys = {each["key"] for end in ends for each in end.get("nodes", [end])}
            assert keys <= caller.sees(model), (name, way)


async def test_who_follows_the_register_hears_of_what_is_shown(caller: Caller) -> None:
    told = {each.noun.table for each in NOUNS.values()}
    async with socket(caller.app, caller.headers) as ours:
        await ours.begun()
        ours.ask("1", FOLLOW)
        last, heard = await newest_change(caller), {"sequence": 0}
        while heard["sequence"] < last:
            heard = (await ours.answer("1"))["data"]["registerChanged"]
            if heard["kind"] in told and heard["key"] in caller.everything[heard["kind"]]:
                assert heard["key"] in caller.sees(heard["kind"]), heard


async def newest_change(caller: Caller) -> int:
    """The number of the last change that a viewer is told of."""
    query, last = "query ($n: Count!) { changes(afterSequence: $n, first: 100) { nodes { sequence } } }", 0
    while nodes := (await caller.ask(query, n=last))["changes"]["nodes"]:
        last = nodes[-1]["sequence"]
    return last
