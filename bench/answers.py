"""How fast questions are answered: by plan, beside stock execution and beside the database and JSON alone.

`python bench/answers.py [--rounds 5] [--seconds 1]` runs on an embedded PostgreSQL of its own with the bundled
register. The ways are measured in turn, each round anew, so that a busy machine slows all of them; the ratios are what
to compare. `raw` sends the very statements that the plan sends and writes the answer it gave: what is left is what a
plan could still win.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from graphql import parse

from db import migrate
from db.embedded import embedded_postgres
from db.engine import Database
from db.load import load
from schema.context import Context
from schema.execution.answer import Planner
from schema.execution.arguments import NO_VARIABLES
from schema.execution.compile import compile_operation
from schema.execution.operations import Operations
from schema.execution.plan import Plan
from schema.execution.run import run_plan
from schema.schema import SCHEMA, execute

DATA = Path(__file__).parents[1] / "data"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUESTIONS: Mapping[str, str] = {
    "one key": '{ publicActor(id: "PublicActor:skatteverket") { name organisationNumber connected } }',
    "50 suppliers, services": "{ suppliers(first: 50) { nodes { id name listed services { nodes { name kind } } } } }",
    "four levels": """{ publicActors(first: 20, filter: {connected: {eq: true}}) { nodes { name agreements { nodes {
        inForceFrom terms { title authorisationSystem { code authority { name } } } } } } } }""",
    "filter, order, total": """{ actorAgreements(first: 100, filter: {inForceFrom: {gte: "2020-01-01"}},
        orderBy: [{field: IN_FORCE_FROM, direction: DESC}]) { totalCount pageInfo { endCursor hasNextPage }
        edges { cursor node { id inForceFrom actor { name } } } } }""",
    "100 actors": "{ publicActors(first: 100) { nodes { id key name organisationNumber category website } } }",
    "fees as of a day": """{ register(asOf: "2026-06-30") { regulations { nodes { designation title feeRules { nodes {
        item unit tiers { nodes { fromQuantity amountSek } } } } } } } }""",
    "history": '{ node(id: "Supplier:freja-eid-sweden") { ... on Supplier { name history { validFrom changed } } } }',
}
Sent = tuple[str, tuple[object, ...]]
Way = Callable[[], Awaitable[object]]


class Took(NamedTuple):
    """Answers a second and processor time of this process for each, in milliseconds."""

    rate: float
    cpu_ms: float


class Recording:
    """A connection that remembers what was fetched through it."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 -- asyncpg's
        self._connection = connection
        self.sent: list[Sent] = []

    async def fetch(self, query: str, *args: object) -> list[Any]:
        """As asyncpg's."""
        self.sent.append((query, args))
        rows: list[Any] = await self._connection.fetch(query, *args)
        return rows


async def ways(database: Database, text: str) -> dict[str, Way]:
    """The ways of answering one question; a plan whose answer is not the stock one stops the bench."""
    planner, document = Planner(SCHEMA), Operations.of(parse(text))
    sent, data = await _recorded(database, text)

    async def plan() -> bytes:
        answer = await planner.execute_planned(document, Context(database, NOW), None, None)
        return answer if isinstance(answer, bytes) else b""

    async def stock() -> bytes:
        return orjson.dumps({"data": (await execute(text, Context(database, NOW))).data})

    async def raw() -> bytes:
        async with database.wire.lent(snapshot=len(sent) > 1) as connection:
            for query, args in sent:
                await connection.fetch(query, *args)
        return orjson.dumps({"data": data})

    if await plan() != await stock():
        raise SystemExit(f"The plan answers otherwise than stock execution: {text}")
    return {"plan": plan, "stock": stock, "raw": raw}


async def _recorded(database: Database, text: str) -> tuple[list[Sent], Any]:
    plan = compile_operation(SCHEMA, parse(text))
    if not isinstance(plan, Plan):
        raise SystemExit(f"There is no plan, for {plan.reason}: {text}")
    async with database.wire.lent(snapshot=True) as connection:
        recording = Recording(connection)
        answer = await run_plan(plan, recording, Context(database, NOW), NO_VARIABLES)
    return recording.sent, answer.data


async def measured(way: Way, seconds: float) -> Took:
    """Ask one after the other for so many seconds."""
    answered, began, cpu = 0, time.perf_counter(), time.process_time()
    while time.perf_counter() - began < seconds:
        await way()
        answered += 1
    return Took(answered / (time.perf_counter() - began), (time.process_time() - cpu) / answered * 1000)


async def compare(database: Database, rounds: int, seconds: float) -> None:
    """A table: medians over the rounds."""
    heads = ("plan/s", "stock/s", "raw/s", "× stock", "× raw", "CPU ms")
    print(f"{'question':<24}{'statements':>11}", *(f"{each:>9}" for each in heads))
    for name, text in QUESTIONS.items():
        asked = await ways(database, text)
        took: dict[str, list[Took]] = {each: [] for each in asked}
        for way in asked.values():
            await measured(way, seconds / 5)
        for _ in range(rounds):
            for each, way in asked.items():
                took[each].append(await measured(way, seconds))
        plan, stock, raw = (statistics.median(each.rate for each in took[way]) for way in ("plan", "stock", "raw"))
        cpu = statistics.median(each.cpu_ms for each in took["plan"])
        sent, _ = await _recorded(database, text)
        numbers = (
            f"{plan:.0f}",
            f"{stock:.1f}",
            f"{raw:.0f}",
            f"{plan / stock:.0f}",
            f"{plan / raw:.2f}",
            f"{cpu:.2f}",
        )
        print(f"{name:<24}{len(sent):>11}", *(f"{each:>9}" for each in numbers))


async def run(url: str, rounds: int, seconds: float) -> None:
    """Load the bundled register and compare."""
    await load(url, [DATA / "register", DATA / "example"], actor="bench")
    database = Database(url)
    await compare(database, rounds, seconds)
    await database.close()


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=1.0)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, embedded_postgres(Path(folder) / "postgres") as server:
        migrate.upgrade(server.url)
        print(f"{os.cpu_count()} cores, one process")
        asyncio.run(run(server.url, given.rounds, given.seconds))


if __name__ == "__main__":
    main()
