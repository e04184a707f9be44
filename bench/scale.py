"""What questions cost in a register a thousand times larger than the example, beside the example itself.

`python bench/scale.py [--scale 100] [--rounds 15]` generates both registers, loads them into an embedded PostgreSQL of
its own and asks the same questions of each in turn, over five sets of connections one after the other, so that a busy
machine slows both; the ratio is what to compare. Loading scale 1000 takes minutes: `--small URL --large URL` measure
databases that are loaded already.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
from sqlalchemy import make_url

from db import migrate
from db.embedded import embedded_postgres
from db.engine import Database
from db.load import load
from schema.answering import Executor, Question
from schema.context import Context
from schema.schema import SCHEMA

DATA = Path(__file__).parents[1] / "data"
WARMING = 7  # PostgreSQL plans a prepared statement anew five times
MEETINGS = 5  # each over connections of its own: on which core one's process stands may be 40 µs an answer
KEYED = {
    "an actor by its key": '{ publicActor(id: "PublicActor:skatteverket") { name organisationNumber category } }',
    "an actor with agreements": """{ publicActor(id: "PublicActor:exempelverket") { name agreements(first: 10) {
        nodes { system status terms { label } } } } }""",
    "a supplier with services": """{ supplier(organisationNumber: "556630-4928") { name services {
        nodes { name status } } } }""",
    "actors of one county": '{ publicActors(first: 20, filter: {countyCode: {eq: "14"}}) { nodes { name } } }',
    "100 actors, first page": "{ publicActors(first: 100) { nodes { key name category } } }",
    "100 actors, last page": "{ publicActors(last: 100) { nodes { key name category } } }",
    "100 actors, far down": '{ publicActors(first: 100, after: "CURSOR") { nodes { key name category } } }',
    "50 agreements with their actors": "{ actorAgreements(first: 50) { nodes { inForceFrom actor { name } } } }",
    "search for a name": '{ search(text: "skatteverket") { id reason } }',
}
COUNTED = {
    "volumes by month and category": """{ volumesAggregate(groupBy: [MONTH, CATEGORY]) {
        groupBy { month category } sum { quantity } } }""",
    "volumes by month": '{ statistics { volumes(from: "2024-11-01", to: "2026-12-01") { month quantity } } }',
    "connections by month": "{ statistics { connections { month actors } } }",
    "actors by category": "{ publicActorsAggregate(groupBy: [CATEGORY]) { groupBy { category } count } }",
    "agreements by month": """{ actorAgreementsAggregate(groupBy: [IN_FORCE_FROM_MONTH, SYSTEM]) {
        groupBy { inForceFromMonth } count } }""",
    "how many actors": "{ publicActors { totalCount } }",
    "search for kommun": '{ search(text: "kommun") { id } }',
}


async def asked(executor: Executor, database: Database, text: str) -> float:
    """Ask once; the seconds it took."""
    begun = time.perf_counter()
    answer = await executor.answer(Question(text), Context(database, datetime.now(UTC)))
    took = time.perf_counter() - begun
    if answer.errors:
        raise SystemExit(f"{text} was refused: {answer.errors}")
    return took


async def measured(urls: list[str], rounds: int) -> None:
    """Ask every question of both registers in turn and print a line for each: medians and their ratio."""
    executor = Executor(SCHEMA)
    print(f"{'':34} {'small':>9} {'large':>9} {'ratio':>6}")
    for name, text in {**KEYED, **COUNTED}.items():
        meetings = [await _met(executor, urls, text, rounds) for _ in range(MEETINGS)]
        small, large = (statistics.median(each) * 1000 for each in zip(*meetings, strict=True))
        print(f"{name:34} {small:6.2f} ms {large:6.2f} ms {large / small:6.2f}")


async def _met(executor: Executor, urls: list[str], text: str, rounds: int) -> list[float]:
    """The median of each register over connections made for it."""
    databases = [Database(url) for url in urls]
    texts = [await _with_cursor(database, text) for database in databases]
    for database, each in zip(databases, texts, strict=True):
        for _ in range(WARMING):
            await asked(executor, database, each)
    took: list[list[float]] = [[], []]
    for _ in range(rounds):
        for number, database in enumerate(databases):
            took[number].append(await asked(executor, database, texts[number]))
    for database in databases:
        await database.close()
    return [statistics.median(each) for each in took]


async def _with_cursor(database: Database, text: str) -> str:
    """The question with the cursor of a row in the last tenth of the actors."""
    if "CURSOR" not in text:
        return text
    executor = Executor(SCHEMA)
    page = Question("{ publicActors(last: 100) { pageInfo { startCursor } } }")
    answer = await executor.answer(page, Context(database, datetime.now(UTC)))
    found = answer.data or {}
    return text.replace("CURSOR", found["publicActors"]["pageInfo"]["startCursor"])  # type: ignore[index,call-overload]


@contextmanager
def loaded(scale: int) -> Iterator[list[str]]:
    """The addresses of both registers."""
    with tempfile.TemporaryDirectory() as temporary, embedded_postgres(Path(temporary) / "home") as server:
        urls = []
        for name, size in (("small", 1), ("large", scale)):
            folder = Path(temporary) / name
            command = [sys.executable, DATA / "example" / "generate.py", "--scale", str(size), "--to", folder]
            subprocess.run(command, check=True)
            urls.append(asyncio.run(_database(server.url, name)))
            migrate.upgrade(urls[-1])
            begun = time.perf_counter()
            for each in (DATA / "register", folder):
                asyncio.run(load(urls[-1], [each], actor="bench"))
            print(f"{name}: scale {size}, loaded in {time.perf_counter() - begun:.0f} s")
            asyncio.run(_at_rest(urls[-1]))
        yield urls


async def _database(url: str, name: str) -> str:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


async def _at_rest(url: str) -> None:
    """Have done at once what the database would do meanwhile: sweep, count, and write what was loaded."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute("VACUUM ANALYZE")
    await connection.execute("CHECKPOINT")
    await connection.close()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--small", help="address of a loaded example")
    parser.add_argument("--large", help="address of a loaded large one")
    words = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {words.rounds} rounds")
    if words.small and words.large:
        asyncio.run(measured([words.small, words.large], words.rounds))
    else:
        with loaded(words.scale) as urls:
            asyncio.run(measured(urls, words.rounds))


if __name__ == "__main__":
    main()
