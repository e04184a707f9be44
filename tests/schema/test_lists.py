"""Lists of the API: pages, orders and filters over the loaded register, and how few statements they take."""

from collections.abc import Generator
from typing import Any

import pytest
import sqlalchemy as sa

from auktor.core.identifiers import swedish_sort_key
from db.engine import Database
from schema.schema import context_for, execute
from tests.schema.conftest import Ask

ORDERS = [
    [],
    [("NAME", "DESC")],
    [("ENDED_ON", "ASC"), ("CATEGORY", "DESC")],
    [("UNDER_GOVERNMENT", "DESC"), ("MUNICIPALITY_CODE", "ASC"), ("NAME", "DESC")],
    [("CONNECTED", "ASC"), ("OBLIGATION_STATUS", "DESC"), ("VALID_FROM", "ASC"), ("RECORDED_FROM", "DESC")],
]
PAGE = """query($order: [PublicActorOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    publicActors(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
        totalCount edges { cursor node { key name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
}"""


async def pages(ask: Ask, order: list[tuple[str, str]], *, size: int = 100) -> list[dict[str, Any]]:
    """Every edge of the list of public actors, page by page from the start."""
    edges: list[dict[str, Any]] = []
    after = None
    while True:
        page = (await ask(PAGE, order=terms(order), first=size, after=after))["publicActors"]
        edges += page["edges"]
        if not page["pageInfo"]["hasNextPage"]:
            assert len(edges) == page["totalCount"]
            return edges
        after = page["pageInfo"]["endCursor"]


def terms(order: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"field": field, "direction": direction} for field, direction in order]


@pytest.mark.parametrize("order", ORDERS, ids=str)
async def test_no_actor_is_lost_or_told_twice_in_any_order(ask: Ask, order: list[tuple[str, str]]) -> None:
    forwards = [edge["node"]["key"] for edge in await pages(ask, order)]
    assert len(forwards) == len(set(forwards))
    backwards: list[str] = []
    before = None
    while True:
        page = (await ask(PAGE, order=terms(order), last=97, before=before))["publicActors"]
        backwards = [edge["node"]["key"] for edge in page["edges"]] + backwards
        if not page["pageInfo"]["hasPreviousPage"]:
            break
        before = page["pageInfo"]["startCursor"]
    assert backwards == forwards


async def test_a_page_lies_between_its_two_cursors(ask: Ask) -> None:
    edges = await pages(ask, [])
    between = {"after": edges[10]["cursor"], "before": edges[20]["cursor"]}
    page = (await ask(PAGE, first=100, **between))["publicActors"]
    assert page["edges"] == edges[11:20]
    assert (page["pageInfo"]["hasPreviousPage"], page["pageInfo"]["hasNextPage"]) == (True, False)
    assert (await ask(PAGE, last=3, **between))["publicActors"]["edges"] == edges[17:20]


async def test_actors_stand_in_swedish_order(ask: Ask) -> None:
    names = [edge["node"]["name"] for edge in await pages(ask, [])]
    assert names == sorted(names, key=swedish_sort_key)


@pytest.mark.parametrize(
    ("condition", "keys"),
    [
        ('{name: {eq: "Skatteverket"}}', {"skatteverket"}),
        ('{name: {in: ["Skatteverket", "Åmåls kommun"]}}', {"skatteverket", "amals-kommun"}),
        ('{name: {contains: "SKATTEVERK"}}', {"skatteverket"}),
        ('{name: {startsWith: "åmål"}}', {"amals-kommun"}),
        ('{municipalityCode: {gte: "2580", lt: "2582"}}', {"lulea-kommun", "pitea-kommun"}),
        ('{municipalityCode: {gt: "2580", lte: "2581"}}', {"pitea-kommun"}),
        ('{and: [{name: {startsWith: "S"}}, {name: {eq: "Skatteverket"}}]}', {"skatteverket"}),
        ('{or: [{name: {eq: "Skatteverket"}}, {name: {eq: "Ingen"}}]}', {"skatteverket"}),
        ('{not: {name: {ne: "Skatteverket"}}}', {"skatteverket"}),
        ('{endedOn: {isNull: false}, category: {eq: STATE_AGENCY}, name: {eq: "Statskontoret"}}', {"statskontoret"}),
        ('{organisationNumber: {eq: "2021005448"}}', {"skatteverket"}),
        ('{name: {contains: "%"}}', set()),
        ('{name: {contains: "_"}}', set()),
        ("{or: []}", set()),
    ],
)
async def test_a_filter_keeps_what_meets_it(ask: Ask, condition: str, keys: set[str]) -> None:
    data = await ask("{ publicActors(filter: CONDITION) { totalCount nodes { key } } }".replace("CONDITION", condition))
    assert {node["key"] for node in data["publicActors"]["nodes"]} == keys
    assert data["publicActors"]["totalCount"] == len(keys)


FINANSIELL = {"bankid-pa-fil", "bankid-pa-kort", "mobilt-bankid"}


@pytest.mark.parametrize(
    ("condition", "inside"),
    [
        ('{supplier: {eq: "Supplier:finansiell-id-teknik"}}', True),
        ('{supplier: {in: ["Supplier:finansiell-id-teknik", "Supplier:none"]}}', True),
        ('{supplier: {isNull: false}, not: {not: {supplier: {eq: "Supplier:finansiell-id-teknik"}}}}', True),
        ('{not: {supplier: {in: ["Supplier:finansiell-id-teknik"]}}}', False),
    ],
)
async def test_a_list_is_filtered_by_what_it_refers_to(ask: Ask, condition: str, *, inside: bool) -> None:
    query = "{ services(filter: CONDITION) { nodes { key } } }".replace("CONDITION", condition)
    keys = {node["key"] for node in (await ask(query))["services"]["nodes"]}
    assert keys == FINANSIELL if inside else keys and not keys & FINANSIELL


@pytest.mark.parametrize(
    ("condition", "all_with_one"),
    [
        ('{actor: {eq: "PublicActor:none"}}', False),
        ('{not: {actor: {eq: "PublicActor:none"}}}', True),
        ('{actor: {in: ["PublicActor:none"]}}', False),
        ('{not: {actor: {in: ["PublicActor:none"]}}}', True),
    ],
)
async def test_what_refers_to_nothing_neither_meets_a_key_nor_differs_from_it(
    ask: Ask, condition: str, *, all_with_one: bool
) -> None:
    query = """{ found: legacyConnections(filter: CONDITION) { totalCount }
        some: legacyConnections(filter: {actor: {isNull: false}}) { totalCount }
        none: legacyConnections(filter: {actor: {isNull: true}}) { totalCount } }"""
    data = await ask(query.replace("CONDITION", condition))
    assert data["found"]["totalCount"] == (data["some"]["totalCount"] if all_with_one else 0)
    assert data["some"]["totalCount"] * data["none"]["totalCount"] > 0


@pytest.fixture
def statements(register: Database) -> Generator[list[str], None, None]:
    """The selects that run while a test asks."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's event
        if "SELECT" in statement:
            seen.append(statement)

    engine = register.server.engine.sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("document", "most"),
    [
        ("{ suppliers { nodes { name services { nodes { name } } } } }", 2),
        ("{ suppliers { nodes { agreements { nodes { services { nodes { supplier { name } } } } } } } }", 4),
        ("{ publicActors(first: 100) { nodes { agreements { edges { cursor node { terms { label } } } } } } }", 3),
        ("{ feeRules { nodes { tiers { nodes { amountSek } } authorisationSystem { authority { name } } } } }", 4),
        ("{ suppliers { nodes { history { changed } } } }", 2),
        ("{ volumes(first: 10) { nodes { quantity } edges { cursor } pageInfo { hasNextPage } } }", 1),
        ('{ nodes(ids: ["Supplier:finansiell-id-teknik", "Supplier:freja-eid-sweden"]) { id } }', 1),
        ('{ search(text: "kommun", first: 50) { object { __typename } } }', 2),
    ],
)
async def test_a_list_of_lists_takes_one_statement_a_level(
    register: Database, statements: list[str], document: str, most: int
) -> None:
    answer = await execute(document, context_for(register))
    assert not answer.errors
    assert len(statements) <= most, statements
