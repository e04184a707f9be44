"""What PostgreSQL's own planner does with our statements at 100,000 actors and 1,000,000 volumes.

In every run the rows are few and the numbers the planner goes by are invented: it is told how many rows a page of
each table holds, and plans as it would for so many. `make proof` fills the tables, runs the statements and counts the
rows that are read.
"""

# ruff: noqa: E501, S608 -- statements and questions are our own words, one a line

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import orjson
import pytest
import sqlalchemy as sa
from graphql import parse

from db.engine import Database
from schema.context import Context
from schema.execution.answer import Planner
from schema.execution.compile import compile_operation
from schema.execution.operations import Operations
from schema.execution.plan import Plan
from schema.execution.steps import steps
from schema.schema import SCHEMA, execute
from tests import clusters
from tests.clusters import Server

ACTORS, VOLUMES = 100_000, 1_000_000
LARGE = {"public_actor": ACTORS, "public_actor_identity": ACTORS, "actor_agreement": 2 * ACTORS, "search_words": ACTORS}
LARGE |= {"actor_agreement_identity": 2 * ACTORS, "monthly_volume": VOLUMES}
FEW = 1_500
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
Plans = Callable[[str], Awaitable[list[dict[str, Any]]]]

LISTS = {
    "first page": "{ publicActors(first: 100) { nodes { key name category } } }",
    "page from the end": "{ publicActors(last: 100) { nodes { name } } }",
    "page far down": '{ publicActors(first: 100, after: "CURSOR") { edges { cursor node { name } } } }',
    "page before one far down": '{ publicActors(last: 100, before: "CURSOR") { nodes { name } } }',
    "one county": '{ publicActors(first: 100, filter: {countyCode: {eq: "14"}}) { nodes { name } } }',
    "by number": '{ publicActors(first: 100, filter: {organisationNumber: {eq: "202100-5448"}}) { nodes { name } } }',
    "one category": "{ publicActors(first: 100, filter: {category: {eq: REGION}}) { nodes { name } } }",
    "in falling order": "{ publicActors(first: 100, orderBy: [{field: NAME, direction: DESC}]) { nodes { name } } }",
    "far down in falling order": """{ publicActors(first: 100, after: "FALLING", orderBy: [{field: NAME, direction: DESC}]) {
        nodes { name }
    } }""",
    "by key": '{ publicActor(id: "PublicActor:skatteverket") { name } }',
    "agreements": "{ actorAgreements(first: 100) { nodes { inForceFrom actor { name category } } } }",
    "agreements of actors": "{ publicActors(first: 50) { nodes { name agreements(first: 5) { nodes { system } } } } }",
    "agreements of one actor": '{ actorAgreements(first: 100, filter: {actor: {eq: "PublicActor:skatteverket"}}) { nodes { id } } }',
    "agreements of some actors": """{ actorAgreements(first: 100, filter: {actor: {in: ["PublicActor:skatteverket",
        "PublicActor:bolagsverket"]}}) { nodes { id } } }""",
    "as known once": """{ register(asOf: "2026-06-01", knownAt: "2026-11-24T00:00:00Z") {
        publicActors(first: 100) { nodes { name } }
    } }""",
}
OTHERS = {
    "search by a word": '{ search(text: "skattev") { id } }',
    "search by a number": '{ search(text: "202100-5448") { id } }',
    "search by a section": '{ search(text: "4 §") { id } }',
    "volumes by month and category": "{ volumesAggregate(groupBy: [MONTH, CATEGORY]) { count sum { quantity } } }",
    "volumes as statistics": '{ statistics { volumes(from: "2025-01-01", to: "2026-12-01") { quantity } } }',
    "volumes as a list": "{ volumes(first: 100) { totalCount nodes { quantity } } }",
    "an aggregate of one county": '{ publicActorsAggregate(filter: {countyCode: {eq: "14"}}) { count } }',
}


@pytest.fixture(scope="module")
def told(postgres: Server, loaded: str) -> Generator[str, None, None]:
    """The bundled register, whose tables the planner holds for large."""
    with clusters.database(postgres, like=loaded) as url:
        asyncio.run(_tell(url))
        yield url


async def _tell(url: str) -> None:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute("ANALYZE")
    for table, rows in LARGE.items():
        # The planner multiplies rows a page by the pages it finds.
        await connection.execute(
            "UPDATE pg_class SET relpages = greatest(1, pg_relation_size(oid) / 8192), reltuples = $2 WHERE relname = $1",
            table,
            float(rows),
        )
        await connection.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")
    await connection.close()


@pytest.fixture
async def database(told: str) -> AsyncGenerator[Database, None]:
    database = Database(told)
    yield database
    await database.close()


async def planned(database: Database, text: str, *, analyze: bool = False) -> list[dict[str, Any]]:
    """The plan of every statement that a compiled plan runs for a question; levels below the first for 50 parents."""
    plan = compile_operation(SCHEMA, parse(await with_cursor(database, text)))
    assert isinstance(plan, Plan), plan
    options = "ANALYZE, FORMAT JSON" if analyze else "FORMAT JSON"
    found = []
    async with database.wire.lent(snapshot=False) as connection:
        for step in steps(plan):
            assert step.statement
            known = datetime(2026, 11, 24, tzinfo=UTC) if "knownAt" in text else None
            given = {**step.values, "as_of": date(2026, 11, 24), "known_at": known}
            if "parents" in given:
                given["parents"] = list(range(1, 51))
            sql = f"EXPLAIN ({options}) {step.statement.sql}"
            found.append(orjson.loads(await connection.fetchval(sql, *step.statement.arguments(given)))[0]["Plan"])
    return found


async def with_cursor(database: Database, text: str) -> str:
    """The question, with the cursor of a row far down the list of actors."""
    page = """{ CURSOR: publicActors(last: 30) { pageInfo { startCursor } }
        FALLING: publicActors(last: 30, orderBy: [{field: NAME, direction: DESC}]) { pageInfo { startCursor } } }"""
    if not any(word in text for word in ("CURSOR", "FALLING")):
        return text
    for word, found in (await execute(page, Context(database, NOW))).data.items():
        text = text.replace(word, found["pageInfo"]["startCursor"])
    return text


async def stock(database: Database, text: str, *, analyze: bool = False) -> list[dict[str, Any]]:
    """The plan of every statement that stock execution runs for a question."""
    ran: list[tuple[str, Any]] = []
    engine = database.server.engine.sync_engine

    def note(_connection: object, _cursor: object, sql: str, values: Any, *_more: object) -> None:  # noqa: ANN401 -- SQLAlchemy's
        ran.append((sql, values))

    sa.event.listen(engine, "before_cursor_execute", note)
    answer = await execute(text, Context(database, NOW))
    sa.event.remove(engine, "before_cursor_execute", note)
    assert not answer.errors, answer.errors
    options = "ANALYZE, FORMAT JSON" if analyze else "FORMAT JSON"
    async with database.reading() as connection:
        explained = [
            await connection.exec_driver_sql(f"EXPLAIN ({options}) {sql}", values)
            for sql, values in ran
            if sql.lstrip().startswith(("SELECT", "WITH"))
        ]
    return [_as_json(each.scalar_one())[0]["Plan"] for each in explained]


def _as_json(given: object) -> Any:  # noqa: ANN401 -- a plan
    return orjson.loads(given) if isinstance(given, str) else given


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def read_whole(plans: list[dict[str, Any]]) -> set[str]:
    """Large tables of which every row is read."""
    return {
        node["Relation Name"]
        for plan in plans
        for node in nodes(plan)
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE
    }


def sorted_rows(plans: list[dict[str, Any]]) -> float:
    """The most rows that any statement sorts."""
    sorts = [node for plan in plans for node in nodes(plan) if node["Node Type"] in {"Sort", "Incremental Sort"}]
    return max((node["Plan Rows"] for node in sorts), default=0)


@pytest.mark.parametrize("question", LISTS)
async def test_a_page_is_read_from_an_index_and_nothing_large_is_sorted(database: Database, question: str) -> None:
    plans = await planned(database, LISTS[question])
    assert plans
    assert read_whole(plans) == set()
    assert sorted_rows(plans) <= FEW


@pytest.mark.parametrize("question", [each for each in LISTS if "of one actor" in each or "of some actors" in each])
async def test_what_refers_to_an_object_is_found_by_the_index_of_the_reference(
    database: Database, question: str
) -> None:
    (plan,) = await planned(database, LISTS[question])
    assert "actor_agreement_by_actor_id" in {node.get("Index Name") for node in nodes(plan)}


@pytest.mark.parametrize("question", OTHERS)
async def test_search_and_sums_read_no_large_table_whole(database: Database, question: str) -> None:
    plans = await stock(database, OTHERS[question])
    assert plans
    assert read_whole(plans) == set()
    read = {node["Relation Name"] for plan in plans for node in nodes(plan) if "Relation Name" in node}
    assert "monthly_volume" not in read


async def test_a_page_far_down_costs_what_the_first_does(database: Database) -> None:
    costs = {}
    for question in ("first page", "page far down"):
        (plan,) = await planned(database, LISTS[question])
        costs[question] = plan["Total Cost"]
    assert costs["page far down"] <= 1.2 * costs["first page"]


async def test_agreements_are_read_once_to_be_counted_by_month(database: Database) -> None:
    (plan,) = await stock(database, "{ statistics { connections { month actors } } }")
    least = [node for node in nodes(plan) if node["Node Type"] == "Limit" and node["Plan Rows"] == 1]
    ends = [below for node in least for below in nodes(node)]
    scans = [node for node in nodes(plan) if node.get("Relation Name") == "actor_agreement" and node not in ends]
    assert len(scans) == 1


@pytest.mark.parametrize(
    ("question", "anew"),
    [
        (
            """{ publicActor(id: "PublicActor:skatteverket") { name agreements(first: 10) {
                nodes { system status terms { label } } } } }""",
            [0, 0],
        ),
        ("{ publicActors(first: 100) { nodes { key name category } } }", [0]),
        ("{ actorAgreements(first: 50) { nodes { inForceFrom actor { name } } } }", [0]),
        ('{ publicActors(first: 100, filter: {countyCode: {eq: "14"}}) { nodes { name } } }', [9]),
    ],
)
async def test_what_holds_no_value_to_find_rows_by_is_planned_once(
    database: Database, question: str, anew: list[int]
) -> None:
    planner, document = Planner(SCHEMA), Operations.of(parse(question))
    single = Database(database.url, pool_size=1)
    for _ in range(9):
        assert isinstance(await planner.execute_planned(document, Context(single, NOW), None, None), bytes)
    async with single.wire.lent(snapshot=False) as connection:
        planned = await connection.fetch(
            "SELECT custom_plans AS anew FROM pg_prepared_statements WHERE custom_plans + generic_plans >= 9"
        )
    await single.close()
    assert [each["anew"] for each in planned] == anew


async def test_the_planner_believes_what_it_is_told(database: Database) -> None:
    async with database.reading() as connection:
        for table, rows in LARGE.items():
            answer = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) SELECT * FROM {table}")
            told = _as_json(answer.scalar_one())[0]["Plan"]["Plan Rows"]
            assert 0.5 * rows <= told <= 2 * rows, table


FILL = """
    INSERT INTO public_actor_identity (key) SELECT 'stor-' || n FROM generate_series(1, 100000) AS n;
    INSERT INTO public_actor (id, revision, recorded_from, valid_from, provenance, reference, legal_source, name, category,
        county_code)
    SELECT i.id, r.number, r.recorded_at, '2024-01-01', 'EXAMPLE', 'a test', 'SFS 2023:704 4 §',
        'Påhittat förbund ' || i.id, 'MUNICIPAL_ASSOCIATION', lpad((i.id % 90 + 1)::text, 2, '0')
    FROM public_actor_identity AS i, revision AS r WHERE i.key LIKE 'stor-%';
    INSERT INTO actor_agreement_identity (key) SELECT 'stor-' || n FROM generate_series(1, 100000) AS n;
    INSERT INTO actor_agreement (id, revision, recorded_from, valid_from, provenance, reference, legal_source, actor_id, system,
        in_force_from)
    SELECT i.id, r.number, r.recorded_at, '2026-01-01', 'EXAMPLE', 'a test', 'SFS 2023:704 2 §', a.id, 'E_IDENTIFICATION',
        date '2026-01-01' + (i.id % 300)::int
    FROM actor_agreement_identity AS i JOIN public_actor_identity AS a ON a.key = i.key, revision AS r
    WHERE i.key LIKE 'stor-%';
    INSERT INTO monthly_volume (actor_id, service_id, item, month, quantity, status, recorded_from, revision, provenance,
        reference)
    SELECT a.id, s.id, 'MESSAGE', date '2026-01-01' + make_interval(months => m), a.id % 97, 'FINAL', r.recorded_at,
        r.number, 'EXAMPLE', 'a test'
    FROM (SELECT id FROM public_actor_identity WHERE key LIKE 'stor-%') AS a,
        (SELECT id FROM service_identity ORDER BY id LIMIT 1) AS s, generate_series(0, 9) AS m, revision AS r;
"""


@pytest.fixture(scope="module")
def filled(postgres: Server, loaded: str) -> Generator[str, None, None]:
    """The bundled register with 100,000 actors and agreements and 1,000,000 volumes more."""
    with clusters.database(postgres, like=loaded) as url:
        asyncio.run(_fill(url))
        yield url


async def _fill(url: str) -> None:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    async with connection.transaction():
        await connection.execute("SELECT begin_revision()")
        await connection.execute(FILL)
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


@pytest.mark.proof
@pytest.mark.parametrize("question", [*LISTS, *OTHERS])
async def test_few_rows_are_read_of_many(filled: str, question: str) -> None:
    database = Database(filled)
    text, ask = (LISTS[question], planned) if question in LISTS else (OTHERS[question], stock)
    plans = await ask(database, text, analyze=True)
    await database.close()
    assert read_whole(plans) == set()
    scans = [node for plan in plans for node in nodes(plan) if "Relation Name" in node]
    read = {
        node["Relation Name"]: (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        for node in scans
        if node["Relation Name"] in LARGE
    }
    assert sum(read.values()) <= 5 * FEW, read
