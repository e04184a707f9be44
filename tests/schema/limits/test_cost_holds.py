"""No question reads more rows than it declares; one with a refused part is answered twice, and reads twice at most.

AUKTOR_TEST_OPERATIONS says how many are drawn (120 unless it says).
"""

import asyncio
import os
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa
from graphql import parse, validate

from db.engine import Database
from schema.answering import Executor, Question, RequestError
from schema.context import Context
from schema.schema import SCHEMA
from tests.schema.execution.operations import Drawing, Operation, Values

OPERATIONS = int(os.environ.get("AUKTOR_TEST_OPERATIONS", "120"))
SEED = int(os.environ.get("AUKTOR_TEST_SEED", "709"))

# graphql-core leaves the siblings of a field that fails at once without awaiting them.
pytestmark = [
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Counted:
    """A database that counts the rows it hands out, to stock execution and to plans alike."""

    def __init__(self, url: str) -> None:
        self.database = Database(url)
        self.rows = 0
        self._lent = self.database.wire.lent
        self.database.wire.lent = self._lent_counting  # type: ignore[method-assign]
        sa.event.listen(self.database.server.engine.sync_engine, "after_cursor_execute", self._count)

    def _count(self, _connection: object, cursor: sa.engine.interfaces.DBAPICursor, *_more: object) -> None:
        self.rows += max(0, cursor.rowcount)

    @asynccontextmanager
    async def _lent_counting(self, *, snapshot: bool) -> AsyncGenerator[Any, None]:
        async with self._lent(snapshot=snapshot) as connection:
            yield self._Reading(self, connection)

    class _Reading:
        """A connection of the plans that counts."""

        def __init__(self, counted: "Counted", connection: asyncpg.Connection) -> None:
            self._counted, self._connection = counted, connection

        async def fetch(self, sql: str, *values: object) -> list[asyncpg.Record]:
            """The rows, counted."""
            rows = await self._connection.fetch(sql, *values)
            self._counted.rows += len(rows)
            return rows


@pytest.fixture
async def counted(register_database: str) -> AsyncGenerator[Counted, None]:
    counted = Counted(register_database)
    yield counted
    await counted.database.close()


async def readings(counted: Counted, executor: Executor, question: Question) -> tuple[int, int]:
    """The rows read for a question, and how often it was answered: a plan hands one with an error to stock execution.

    Rows for fields whose sibling had failed, which nobody waits for, are counted too.
    """
    counted.rows, before = 0, asyncio.all_tasks()
    try:
        answer = await executor.answer(question, Context(counted.database, datetime.now(UTC)))
    finally:
        while left := asyncio.all_tasks() - before:
            await asyncio.wait(left)
    return counted.rows, 2 if answer.errors else 1


async def values(executor: Executor, counted: Counted) -> Values:
    text = "{ suppliers { nodes { id organisationNumber } } publicActors { nodes { id } } services { nodes { id } } }"
    answer = await executor.answer(Question(text), Context(counted.database, datetime.now(UTC)))
    assert answer.data
    nodes = [node for each in answer.data.values() for node in each["nodes"]]
    numbers = [node["organisationNumber"] for node in nodes if node.get("organisationNumber")]
    return Values([node["id"] for node in nodes], numbers)


def drawn(known: Values, chance: random.Random) -> Operation:
    while True:
        operation = Drawing(SCHEMA._schema, known, chance).operation()
        if not validate(SCHEMA._schema, parse(operation.text)):
            return operation


async def test_no_random_question_reads_more_rows_than_it_declares(counted: Counted) -> None:
    executor, chance = Executor(SCHEMA), random.Random(SEED)  # noqa: S311 -- the same questions in every run
    known = await values(executor, counted)
    answered, read, wrong = 0, 0, []
    while answered < OPERATIONS:
        operation = drawn(known, chance)
        question = Question(operation.text, None, operation.variables)
        try:
            rows, times = await readings(counted, executor, question)
        except RequestError:
            continue
        answered, read = answered + 1, read + rows
        declared = executor.cost(question).nodes * times
        wrong += [(operation.text, operation.variables, declared, rows)] if rows > declared else []
    assert wrong == []
    assert read > OPERATIONS


@pytest.mark.parametrize(
    "text",
    [
        "{ suppliers(first: 3) { nodes { name services(first: 2) { nodes { name supplier { name } } } } } }",
        "{ publicActors(first: 100) { totalCount nodes { name history { validFrom } agreements { nodes { id } } } } }",
        '{ search(text: "a", first: 50) { id object { __typename } } }',
        '{ obligation(actor: "PublicActor:skatteverket") { status } }',
        '{ eligibility(service: "Service:bankid-pa-fil", actor: "PublicActor:skatteverket") { authorised } }',
        "{ statistics { obligations { actors } connections { actors } } }",
        '{ statistics { volumes(from: "2020-01-01", to: "2029-01-01") { quantity } } }',
        '{ register(asOf: "2026-01-01") { comparedWith(day: "2025-12-31") { objects { object { id } } } } }',
        '{ register { changeDays(from: "2024-01-01", to: "2027-01-01") } }',
        '{ register { describedFrom(id: "Supplier:kivra") } }',
        "{ changes(first: 100) { nodes { key } } }",
        "{ volumes(first: 100) { totalCount nodes { quantity } } }",
    ],
)
async def test_a_question_of_each_kind_reads_no_more_than_it_declares(counted: Counted, text: str) -> None:
    executor = Executor(SCHEMA)
    rows, times = await readings(counted, executor, Question(text))
    assert times == 1
    assert 0 < rows <= executor.cost(Question(text)).nodes
