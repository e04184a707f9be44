"""A plan answers byte for byte what stock graphql-core answers, whatever is asked, errors and their order included.

The operations are drawn at random over the whole schema and asked of the bundled register. `make sameness` asks 10,000
of them; AUKTOR_TEST_OPERATIONS says how many otherwise (40 where it says nothing), AUKTOR_TEST_SEED draws others. A
failure prints the operation and its variables.
"""

import asyncio
import gc
import os
import random
from collections import Counter
from collections.abc import AsyncGenerator, Generator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from typing import Any

import orjson
import pytest
import sqlalchemy as sa
from graphql import ExecutionResult, FieldNode, Visitor, parse, validate, visit

from auktor.core.roles import Role
from auktor.core.vocabulary import Language
from db.engine import Database
from db.facts import table_of
from db.models import Edition
from db.visibility import ANYONE, Viewer
from schema.context import Context
from schema.execution.answer import Fallback, Planner
from schema.execution.operations import Operations
from schema.schema import SCHEMA, execute
from tests.schema.execution.faults import fault
from tests.schema.execution.in_order import InOrder, asked, told
from tests.schema.execution.operations import Drawing, Operation, Values

OPERATIONS = int(os.environ.get("AUKTOR_TEST_OPERATIONS", "40"))
SEED = int(os.environ.get("AUKTOR_TEST_SEED", "704"))
FAULTY_ONE_IN = 5
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
VIEWERS = [
    ANYONE,
    ANYONE,
    Viewer(Role.AUDITOR),
    Viewer(Role.CASE_OFFICER),
    Viewer(Role.SUPPLIER, "finansiell-id-teknik"),
    Viewer(Role.AGENCY, "skatteverket"),
]

# graphql-core leaves the siblings of a field that fails at once without awaiting them.
pytestmark = [
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def _swept() -> Generator[None]:
    yield
    gc.collect()  # while the warnings above are still let be


@pytest.fixture
async def register(fresh_register: str) -> AsyncGenerator[Database, None]:
    """The bundled register, with two editions in its memory."""
    database = Database(fresh_register)
    async with database.writing() as connection:
        await connection.execute(sa.insert(table_of(Edition)), [_edition(1), _edition(2)])
    yield database
    await database.close()


async def test_random_operations_are_answered_alike(register: Database) -> None:
    endings = await Comparison(register, SEED).of(OPERATIONS)
    assert endings["planned"] > OPERATIONS * 0.95, endings
    assert endings["with errors"] > 0, endings
    print(f"\n{OPERATIONS} operations: {dict(endings.most_common())}")  # noqa: T201 -- `make sameness` shows it


class Comparison:
    """Operations, each answered by plan and by graphql-core."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._chance = random.Random(seed)  # noqa: S311 -- the same operations in every run
        self._planner = Planner(SCHEMA)
        self._endings: Counter[str] = Counter()

    async def of(self, count: int) -> Counter[str]:
        """How so many answers came; the first that differs is an AssertionError."""
        values = await _values(self._database)
        for number in range(count):
            operation = _drawn(values, self._chance)
            faulty = number % FAULTY_ONE_IN == 0
            with fault(self._chance, _names(operation)) if faulty else nullcontext():
                await self._compare(operation)
            if number % 500 == 499:
                print(f"{number + 1}: {dict(self._endings.most_common())}", flush=True)  # noqa: T201 -- as above
        return self._endings

    async def _compare(self, operation: Operation) -> None:
        viewer, language = self._chance.choice(VIEWERS), self._chance.choice([*Language])
        planned = await self._planner.planned(
            Operations.of(parse(operation.text)), self._context(viewer, language), operation.variables, None
        )
        stock = await self._stock(operation, viewer, language)
        if isinstance(planned, Fallback):
            self._endings[f"handed to stock: {planned.reason}"] += 1
            assert not planned.failed or stock.errors, _said(operation, planned, stock)
            return
        self._endings["planned"] += 1
        self._endings["with errors"] += bool(planned.errors)
        assert orjson.dumps(planned.data) == orjson.dumps(stock.data), _said(operation, planned, stock)
        if told(planned) != told(stock):
            self._endings["of these, told by graphql-core in an order that wavers"] += 1
            in_order = await asked(operation, self._context(viewer, language), InOrder)
            assert told(planned) == told(in_order), _said(operation, planned, in_order)

    async def _stock(self, operation: Operation, viewer: Viewer, language: Language) -> ExecutionResult:
        """What graphql-core answers; run in order where it loses the answer.

        Where a null rises it cancels the fields beside it, and it may be a future that others wait for too.
        """
        try:
            return await asked(operation, self._context(viewer, language))
        except asyncio.CancelledError:
            self._endings["lost by graphql-core, which cancelled itself"] += 1
            return await asked(operation, self._context(viewer, language), InOrder)

    def _context(self, viewer: Viewer, language: Language) -> Context:
        return Context(self._database, NOW, viewer, language)


def _said(operation: Operation, planned: ExecutionResult | Fallback, stock: ExecutionResult) -> str:
    return f"{operation.text}\n{dict(operation.variables)}\n{planned!r}\n{stock!r}"


def _drawn(values: Values, chance: random.Random) -> Operation:
    """A valid operation; the few drawn that are not are drawn anew."""
    while True:
        operation = Drawing(SCHEMA._schema, values, chance).operation()
        if not validate(SCHEMA._schema, parse(operation.text)):
            return operation


class _Names(Visitor):
    """The names of all fields of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def enter_field(self, node: FieldNode, *_: object) -> None:
        """One field."""
        self.found.add(node.name.value)


def _names(operation: Operation) -> set[str]:
    names = _Names()
    visit(parse(operation.text), names)
    return names.found


def _edition(number: int) -> dict[str, Any]:
    file = {"path": "suppliers.csv", "bytes": 7, "sha256": "ab", "media_type": "text/csv", "rows": 1}
    return {
        "number": number,
        "manifest_sha256": f"{number}" * 64,
        "content_sha256": f"{number}" * 64,
        "as_of": date(2026, 6 * number, 1),
        "known_at": datetime(2026, 11, 20 + number, tzinfo=UTC),
        "issued": datetime(2026, 11, 20 + number, tzinfo=UTC),
        "next_update": datetime(2026, 12, 1, tzinfo=UTC),
        "revision": 1,
        "publisher": {},
        "schema_version": "1",
        "files": [file],
    }


async def _values(database: Database) -> Values:
    """Ids, numbers and cursors of the bundled register."""
    lists = [
        "suppliers",
        "services",
        "publicActors",
        "regulations",
        "feeRules",
        "actorAgreements",
        "supplierAgreements",
    ]
    asked = " ".join(f"{name}(first: 6) {{ __typename edges {{ cursor node {{ id }} }} }}" for name in lists)
    others = "volumes(first: 6) { __typename edges { cursor } } changes(first: 6) { __typename edges { cursor } }"
    numbers = "numbers: suppliers { nodes { organisationNumber } }"
    found = (await execute(f"{{ {asked} {others} {numbers} }}", Context(database, NOW))).data
    values = Values(
        ids=[edge["node"]["id"] for name in lists for edge in found[name]["edges"]],
        numbers=[each["organisationNumber"] for each in found["numbers"]["nodes"] if each["organisationNumber"]],
    )
    for name in [*lists, "volumes", "changes"]:
        values.cursors[found[name]["__typename"]] += [edge["cursor"] for edge in found[name]["edges"]]
    return values
