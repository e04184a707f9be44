"""A question that cannot be answered whole: each error at its place, nulls as far up as they must go, asked once."""

from collections.abc import Generator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from graphql import GraphQLError, parse

from db.engine import Database
from schema.context import Context
from schema.declarations import METADATA
from schema.execution.answer import Fallback, Planner
from schema.execution.operations import Operations
from schema.schema import SCHEMA

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


async def answered(database: Database, text: str, **variables: object) -> tuple[Any, list[tuple[Any, str]]]:
    """The data of an answer by plan, and path and message of each of its errors."""
    answer = await Planner(SCHEMA).planned(Operations.of(parse(text)), Context(database, NOW), variables, None)
    assert not isinstance(answer, Fallback), answer
    return answer.data, [(each.path, each.message.split(".")[0]) for each in answer.errors or []]


@pytest.fixture
def no_services() -> Generator[None]:
    """What finds the services of a supplier fails."""

    def failing(*_: object, **__: object) -> None:
        raise GraphQLError("broken")

    supplier: Any = SCHEMA._schema.type_map["Supplier"]
    declared = supplier.fields["services"].extensions["strawberry-definition"].metadata[METADATA]
    resolver = declared.resolver
    object.__setattr__(declared, "resolver", failing)
    yield
    object.__setattr__(declared, "resolver", resolver)


@pytest.fixture
def first_cell_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database gives a null as the first value of each row."""
    fetch = asyncpg.Connection.fetch

    async def missing(self: asyncpg.Connection, *asked: Any) -> list[tuple[object, ...]]:  # noqa: ANN401
        return [(None, *tuple(row)[1:]) for row in await fetch(self, *asked)]

    monkeypatch.setattr(asyncpg.Connection, "fetch", missing)


async def test_a_field_that_may_be_null_is_and_the_rest_is_answered(register: Database) -> None:
    data, errors = await answered(register, '{ bad: node(id: "x") { id } asOf }')
    assert data == {"bad": None, "asOf": "2026-11-23"}
    assert errors == [(["bad"], "'x' is not an id of the register")]


@pytest.mark.usefixtures("no_services")
async def test_a_null_rises_to_the_nearest_place_that_may_be_null(register: Database) -> None:
    text = """{ asOf supplier(organisationNumber: "556630-4928") { key services { nodes { key } } } }"""
    data, errors = await answered(register, text)
    assert data == {"asOf": "2026-11-23", "supplier": None}
    assert errors == [(["supplier", "services", "nodes"], "broken")]


@pytest.mark.usefixtures("no_services")
async def test_an_error_in_an_item_names_the_item(register: Database) -> None:
    data, errors = await answered(register, "{ suppliers { nodes { key services { totalCount } } } }")
    assert data is None
    assert errors == [(["suppliers", "nodes", 0, "services", "totalCount"], "broken")]


@pytest.mark.usefixtures("no_services")
async def test_every_item_that_may_be_null_tells_its_own_error(register: Database) -> None:
    ids = ["Supplier:finansiell-id-teknik", "PublicActor:skatteverket", "Supplier:freja-eid-sweden"]
    text = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Supplier { services { totalCount } } } }"
    data, errors = await answered(register, text, ids=ids)
    assert data == {"nodes": [None, {"id": "PublicActor:skatteverket"}, None]}
    assert [path for path, _ in errors] == [
        ["nodes", 0, "services", "totalCount"],
        ["nodes", 2, "services", "totalCount"],
    ]


async def test_errors_come_in_the_order_of_the_question(register: Database) -> None:
    moment = 'c: register(knownAt: "2099-01-01T00:00:00Z") { asOf }'
    text = f'{{ b: node(id: "x") {{ id }} a: node(id: "Milestone:") {{ id }} {moment} }}'
    data, errors = await answered(register, text)
    assert data is None
    assert [path for path, _ in errors] == [["b"], ["a"], ["c"]]


async def test_a_variable_that_is_refused_is_told_without_asking_stock_execution(register: Database) -> None:
    data, errors = await answered(register, "query ($n: Int!) { suppliers(first: $n) { totalCount } }", n="many")
    assert data is None
    assert [path for path, _ in errors] == [None]


@pytest.mark.usefixtures("first_cell_missing")
@pytest.mark.parametrize("field", ["key", "validFrom", "version"])
async def test_a_null_of_the_database_is_an_error_where_none_may_be(register: Database, field: str) -> None:
    data, errors = await answered(register, f"{{ suppliers(first: 1) {{ nodes {{ {field} }} }} }}")
    message = "Cannot return null for non-nullable field Supplier"
    assert (data, errors) == (None, [(["suppliers", "nodes", 0, field], message)])


@pytest.mark.usefixtures("first_cell_missing")
@pytest.mark.parametrize("field", ["organisationNumber", "validTo"])
async def test_a_null_of_the_database_is_one_where_it_may_be(register: Database, field: str) -> None:
    data, errors = await answered(register, f"{{ suppliers(first: 1) {{ nodes {{ {field} }} }} }}")
    assert (data, errors) == ({"suppliers": {"nodes": [{field: None}]}}, [])
