"""A plan answers byte for byte what stock graphql-core answers, whatever is asked.

The operations are drawn at random over the whole schema and asked of the bundled register. AUKTOR_TEST_OPERATIONS says
how many (100 where it says nothing); AUKTOR_TEST_SEED draws others. A failure prints the operation and its variables.
"""

import gc
import os
import random
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from graphql import GraphQLError, GraphQLObjectType, parse, validate

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import ANYONE, Viewer
from schema.context import Context
from schema.declarations import METADATA, Found, Listed, Relation
from schema.execution.answer import Fallback, Planner
from schema.schema import SCHEMA, execute
from tests.schema.execution.operations import Drawing, Operation, Values

OPERATIONS = int(os.environ.get("AUKTOR_TEST_OPERATIONS", "100"))
SEED = int(os.environ.get("AUKTOR_TEST_SEED", "704"))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
VIEWERS = [
    ANYONE,
    ANYONE,
    Viewer(Role.AUDITOR),
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


async def test_random_operations_are_answered_alike(register: Database) -> None:
    chance, values, planner = _chance(SEED), await _values(register), Planner(SCHEMA)
    endings: Counter[str] = Counter()
    for _ in range(OPERATIONS):
        operation, context = _drawn(values, chance), Context(register, NOW, chance.choice(VIEWERS))
        endings[await _compared(context, planner, operation)] += 1
    assert endings["planned"] > OPERATIONS / 3, endings


async def test_faults_in_resolvers_are_told_alike(register: Database) -> None:
    chance, values, planner = _chance(SEED + 1), await _values(register), Planner(SCHEMA)
    endings: Counter[str] = Counter()
    for _ in range(OPERATIONS // 5):
        operation, context = _drawn(values, chance), Context(register, NOW, chance.choice(VIEWERS))
        with _fault(chance):
            endings[await _compared(context, planner, operation, faulty=True)] += 1
    assert endings["planned"] > 0, endings


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- the same operations in every run


def _drawn(values: Values, chance: random.Random) -> Operation:
    """A valid operation; the few drawn that are not are drawn anew."""
    while True:
        operation = Drawing(SCHEMA._schema, values, chance).operation()
        if not validate(SCHEMA._schema, parse(operation.text)):
            return operation


async def _compared(context: Context, planner: Planner, operation: Operation, *, faulty: bool = False) -> str:
    """How the plan's answer came; it is compared with what stock execution says.

    A plan may be handed back where stock execution finds nothing wrong only if a resolver is `faulty`: a plan calls it
    even where no row refers to anything.
    """
    planned = await planner.execute_planned(parse(operation.text), context, operation.variables, None)
    stock = await execute(operation.text, context, dict(operation.variables))
    told = f"{operation.text}\n{dict(operation.variables)}\n{planned!r}\n{stock.errors}"
    if isinstance(planned, Fallback):
        assert not planned.failed or stock.errors or faulty, told
        return "failed" if planned.failed else planned.reason
    assert not stock.errors, told
    assert planned == orjson.dumps({"data": stock.data}), told
    return "planned"


@contextmanager
def _fault(chance: random.Random) -> Generator[None]:
    """Every resolver of one drawn noun fails while the block runs."""
    declared = chance.choice(_resolved())
    resolver = declared.resolver

    def failing(*_: object, **__: object) -> None:
        raise GraphQLError("a fault")

    object.__setattr__(declared, "resolver", failing)
    try:
        yield
    finally:
        object.__setattr__(declared, "resolver", resolver)


def _resolved() -> list[Listed | Relation | Found]:
    kinds = [each for each in SCHEMA._schema.type_map.values() if isinstance(each, GraphQLObjectType)]
    fields = [field for kind in kinds for field in kind.fields.values() if "strawberry-definition" in field.extensions]
    declared: list[Any] = [field.extensions["strawberry-definition"].metadata.get(METADATA) for field in fields]
    return [each for each in declared if isinstance(each, Listed | Relation | Found)]


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
    numbers = "numbers: suppliers { nodes { organisationNumber } }"
    found = (await execute(f"{{ {asked} {numbers} }}", Context(database, NOW))).data
    values = Values(
        ids=[edge["node"]["id"] for name in lists for edge in found[name]["edges"]],
        numbers=[each["organisationNumber"] for each in found["numbers"]["nodes"] if each["organisationNumber"]],
    )
    for name in lists:
        values.cursors[found[name]["__typename"]] += [edge["cursor"] for edge in found[name]["edges"]]
    return values
