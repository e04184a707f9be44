"""What memory a process that answers takes, of what, and after what it was asked.

`python bench/memory.py [--write]` starts the program on a home of its own, and again on what that left. Then it asks
over 32 connections, answers not kept: 20,000 of the questions of `bench/peers.py`, each of nine in turn, 3,000
documents of one shape that were never seen, 3,000 of ever new shapes, and 1,000 aggregates. What such a process
consists of is measured in one that imports one part after another. `--write` puts the tables into
docs/reference/performance.md.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import count, cycle, islice
from pathlib import Path

import httpx
from _memory import Memory, memory_of
from _page import machine, put, table
from limits import running

sys.path.insert(0, str(Path(__file__).parent / "peers"))
from questions import PAGES, QUESTIONS

CONNECTIONS = 32
ASKED, NEVER_SEEN, GROUPED = 20_000, 3_000, 1_000
_REST_SECONDS = 5  # until the editions were looked at, and what was asked last has been put away
_HEAD = b"POST /graphql HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
# Each with what it brings that those above it did not.
PARTS = {
    "Python itself": "",
    "its own libraries: asyncio, ssl, email, logging and others": (
        "asyncio ssl email.message importlib.metadata logging zipfile ipaddress decimal argparse xml.etree.ElementTree "
        "html http.cookies multiprocessing configparser"
    ),
    "pydantic and its settings": "pydantic_settings",
    "SQLAlchemy with the ORM, by sqlmodel": "sqlmodel sqlalchemy.ext.asyncio sqlalchemy.dialects.postgresql.asyncpg",
    "asyncpg": "asyncpg",
    "graphql-core and strawberry": "graphql strawberry strawberry.federation",
    "the server and its pages: uvicorn, starlette, jinja2, others": (
        "uvicorn uvicorn.lifespan.on uvloop httptools websockets starlette.applications starlette.routing jinja2 "
        "prometheus_client msgspec orjson zstandard brotli"
    ),
    "the tables of the register": "db.models",
    "the types of the schema": "schema.schema",
    "all else that answers": "auktor.asgi auktor.repeating auktor.patience",
}
_IMPORTING = """
import gc, json, sys
from importlib import import_module
from pathlib import Path
gc.disable()

def held():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    found = {line.split()[0]: int(line.split()[1]) * 1024 / 1e6 for line in lines[1:]}
    return found["Rss:"], found["Anonymous:"]

told = []
for names in json.loads(sys.argv[1]):
    for name in names.split():
        import_module(name)
    told.append(held())
from auktor.asgi import create_app
from auktor.settings import Settings
gc.freeze()
application = create_app(Settings(home=Path(sys.argv[2])), "postgresql+asyncpg://nobody@127.0.0.1:1/nowhere")
gc.collect()
told.append(held())
print(json.dumps(told))
"""


def consists(home: Path) -> list[list[str]]:
    """What a process that answers holds before its first connection, part by part: all, and not files of programs."""
    words = [sys.executable, "-c", _IMPORTING, json.dumps([*PARTS.values()]), str(home)]
    subprocess.run(words, capture_output=True, check=True)  # so that bytecode is on disk
    told = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    parts = [*PARTS, "the shipped documents, parsed and priced, and the application"]
    before = [[0.0, 0.0], *told]
    rows = [[part, *(f"{n - b:.1f}" for n, b in zip(now, last, strict=True))]
            for part, now, last in zip(parts, told, before, strict=False)]  # fmt: skip
    return [*rows, ["**together**", *(f"**{each:.0f}**" for each in told[-1])]]


def of_nine(keys: list[str], after: str) -> Iterator[str]:
    """The questions that are asked again and again, each in turn, some of them with many keys."""
    texts = [asked.register for asked in QUESTIONS.values() if "@@" not in asked.register]
    for text, key in zip(cycle(texts), cycle(keys), strict=False):
        yield text.replace("{key}", key).replace("{after}", after)


def of_one_shape(keys: list[str]) -> Iterator[str]:
    """Documents that differ in a name and a key."""
    text = next(asked.register for asked in QUESTIONS.values() if "@@" in asked.register)
    for number, key in zip(count(), cycle(keys), strict=False):
        yield text.replace("@@", str(number)).replace("{key}", key)


def of_new_shapes() -> Iterator[str]:
    """Documents whose facts, filters and orders differ, so that each has statements of its own."""
    chance = random.Random(1)  # noqa: S311 -- the same documents each time
    facts = ("key", "version", "validFrom", "validTo", "name", "nameEn", "organisationNumber", "category", "website")
    orders = ("VALID_FROM", "VALID_TO", "RECORDED_FROM", "PROVENANCE")
    while True:
        order = ", ".join(f"{{field: {each}, direction: DESC}}" for each in chance.sample(orders, chance.randint(1, 3)))
        chosen, below = (" ".join(chance.sample(facts[:most], chance.randint(2, most))) for most in (9, 4))
        yield (
            f"{{ publicActors(first: 5, filter: {{{_filters(chance)}}}, orderBy: [{order}]) {{ totalCount "
            f"nodes {{ {chosen} agreements(first: 3) {{ nodes {{ {below} }} }} }} }} }}"
        )


def of_new_groups() -> Iterator[str]:
    """Aggregates whose groups and filters differ; they have no plan, and SQLAlchemy compiles each."""
    chance = random.Random(1)  # noqa: S311 -- as above
    keys = (
        "VALID_FROM",
        "VALID_FROM_MONTH",
        "VALID_FROM_YEAR",
        "VALID_TO",
        "PROVENANCE",
        "NAME_EN",
        "CATEGORY",
        "WEBSITE",
    )
    while True:
        groups = " ".join(chance.sample(keys, chance.randint(1, 4)))
        yield f"{{ publicActorsAggregate(groupBy: [{groups}], filter: {{{_filters(chance)}}}, first: 50) {{ count }} }}"


def _filters(chance: random.Random) -> str:
    chosen = chance.sample(("name", "nameEn", "groupName", "reference"), chance.randint(1, 4))
    return ", ".join(f'{name}: {{{chance.choice(("eq", "ne", "contains", "startsWith"))}: "a"}}' for name in chosen)


async def ask(port: int, texts: Iterable[str]) -> None:
    """Ask all of them; anything but an answer without errors ends the bench."""
    waiting = iter(texts)

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for text in waiting:
            body = json.dumps({"query": text}).encode()
            writer.write(_HEAD % len(body) + body)
            lines = (await reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
            length = next(int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length"))
            answer = json.loads(await reader.readexactly(length))
            if "errors" in answer:
                sys.exit(f"{answer['errors'][0]}\n{text}")
        writer.close()

    await asyncio.gather(*(client() for _ in range(CONNECTIONS)))


def keys_and_cursor(port: int) -> tuple[list[str], str]:
    """Fifty keys of actors, and the cursor of a page further down."""
    text = PAGES["register"].replace("{more}", "").replace("pageInfo", "nodes { key } pageInfo")
    page = httpx.post(f"http://127.0.0.1:{port}/graphql", json={"query": text}).json()["data"]["publicActors"]
    return [each["key"] for each in page["nodes"]][::2], page["pageInfo"]["endCursor"]


def measured(process: int) -> Memory:
    """What the process that answers holds when it has rested."""
    time.sleep(_REST_SECONDS)
    return memory_of(process)


def walk(home: Path) -> Iterator[tuple[str, Memory]]:
    """What was done, and what the process that answers holds after it."""
    with running(home) as (process, _):
        yield "a start on a new home, where the register is loaded and published", measured(process)
    with running(home) as (process, port):
        yield "a start on that home", measured(process)
        keys, after = keys_and_cursor(port)
        asyncio.run(ask(port, islice(of_nine(keys, after), ASKED)))
        yield f"{ASKED:,} of nine questions", measured(process)
        asyncio.run(ask(port, islice(of_one_shape(keys), NEVER_SEEN)))
        yield f"{NEVER_SEEN:,} documents never seen, of one shape", measured(process)
        asyncio.run(ask(port, islice(of_new_shapes(), NEVER_SEEN)))
        yield f"{NEVER_SEEN:,} documents of ever new shapes", measured(process)
        asyncio.run(ask(port, islice(of_new_groups(), GROUPED)))
        yield f"{GROUPED:,} aggregates by ever new groups", measured(process)


def main() -> None:
    """Measure, and print the tables; write them where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    os.environ |= {"AUKTOR_CACHE_MEGABYTES": "0", "AUKTOR_POINTS_A_MINUTE": "200000000"}
    with tempfile.TemporaryDirectory() as temporary:
        rows = [[done, *(f"{each:.0f}" for each in memory)] for done, memory in walk(Path(temporary))]
        parts = consists(Path(temporary))
    said = (
        f"`python bench/memory.py`, {machine()}. Megabytes of the process that answers: all it holds (RSS), its share "
        "where it holds pages together with others (PSS), and what it holds alone.\n\n"
        f"{table(['after', 'RSS', 'PSS', 'its own'], rows)}\n\n"
        "What it consists of, each part with what it brings that those above it did not, and how much of it is memory "
        f"and not files:\n\n{table(['part', 'MB', 'of it memory'], parts)}"
    )
    sys.stdout.write(said + "\n")
    if words.write:
        put("memory", said)


if __name__ == "__main__":
    main()
