"""How fast questions are answered over HTTP, beside the servers that others build for the same register.

`python bench/peers.py [--rounds 3] [--seconds 2] [--scale 30] [--write]` needs npm and wrk
(Debian: `apt-get install npm wrk`).
One process each, the same embedded PostgreSQL, the same data, 32 connections; every answer is compared with the
register's own before anything is timed. The servers are measured in turn, each round anew, so that a busy machine slows
all of them: the ratios are what to compare. CPU is that of the server and of PostgreSQL together.

| server | what it is |
|---|---|
| auktor | `auktor serve`, whole answers not kept |
| mercurius | Fastify's GraphQL server with just-in-time compilation and loaders |
| postgraphile | PostGraphile 5 over views |
| apollo | Apollo Server 5 with DataLoader |
| strawberry | the register's own schema through strawberry's view: graphql-core and loaders |
| kept | `auktor serve`, whole answers kept, the revision read for every batch of requests |
| told | the same, the revision told by the database when it moves (`AUKTOR_CACHE=notify`) |
| raw asgi, node http | uvicorn and node:http with the bytes of the answer: the limit |
"""

import argparse
import asyncio
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import asyncpg

from db import migrate
from db.embedded import embedded_postgres
from db.load import load

DATA = Path(__file__).parents[1] / "data"
PICTURE = Path(__file__).parents[1] / "docs" / "images" / "peers.svg"
sys.path.insert(0, str(Path(__file__).parent / "peers"))
from _page import machine, put  # noqa: E402 -- after the path of its parts
from drawing import picture  # noqa: E402 -- it stands beside the peers
from measuring import CONNECTIONS, compare, megabytes  # noqa: E402 -- it stands beside the peers
from questions import QUESTIONS  # noqa: E402 -- as above
from sameness import deep_cursor, refuse_different  # noqa: E402 -- as above
from servers import ANSWERING, LIMITS, PEERS, Bench, started  # noqa: E402 -- as above
from telling import tables  # noqa: E402 -- as above

KEYS = 50


async def prepare(bench: Bench, scale: int) -> None:
    """Load the register and the example at `scale`, add the views for PostGraphile, and choose the keys asked for."""
    example = bench.folder / "example"
    words = [sys.executable, str(DATA / "example" / "generate.py"), "--scale", str(scale), "--to", str(example)]
    await asyncio.to_thread(subprocess.run, words, check=True, stdout=subprocess.DEVNULL)
    await load(bench.url, [DATA / "register", example], actor="bench")
    connection = await asyncpg.connect(bench.url.replace("+asyncpg", ""))
    await connection.execute((PEERS / "postgraphile.sql").read_text("utf-8"))
    await connection.execute("ANALYZE")
    for table in {asked.keys for asked in QUESTIONS.values() if asked.keys}:
        name, _, where = table.partition(" WHERE ")
        condition = f"AND {where}" if where else ""
        found = await connection.fetch(
            f"SELECT DISTINCT i.key FROM {name} JOIN {name}_identity i ON i.id = {name}.id "  # noqa: S608 -- our own words
            f"WHERE {name}.recorded_to IS NULL AND {name}.valid_to IS NULL {condition} ORDER BY i.key LIMIT {KEYS * 20}"
        )
        bench.keys[table] = [row["key"] for row in found][:: max(len(found) // KEYS, 1)][:KEYS]
    await connection.close()


@contextmanager
def opened(scale: int) -> Generator[Bench, None, None]:
    """A database with the register and the example at `scale`, and a folder, while the block runs.

    Where a program is not installed it ends, and says which; the peers' own libraries are installed here.
    """
    for program in ("npm", "wrk"):
        if not shutil.which(program):
            print(f"{program} is not installed, so nothing is compared. On Debian: apt-get install npm wrk")
            raise SystemExit
    if not (PEERS / "node_modules").exists():
        words = [shutil.which("npm") or "npm", "ci", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(words, cwd=PEERS, check=True)
    with tempfile.TemporaryDirectory() as name, embedded_postgres(Path(name) / "postgres") as server:
        migrate.upgrade(server.url)
        bench = Bench(Path(name), server.url, Path(re.search(r"host=([^&]+)", server.url)[1].replace("%2F", "/")))  # type: ignore[index]
        asyncio.run(prepare(bench, scale))
        yield bench


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seconds", type=float, default=2.0)
    arguments.add_argument("--scale", type=int, default=30)
    arguments.add_argument("--write", action="store_true", help="put the tables into the page of measurements")
    given = arguments.parse_args()
    with ExitStack() as running:
        bench = running.enter_context(opened(given.scale))
        for number, peer in enumerate((*ANSWERING, "kept", "told")):
            bench.servers[peer] = running.enter_context(started(bench, peer, 8301 + number))
            bench.cursors[peer] = deep_cursor(bench.servers[peer])
        (bench.folder / "answers.json").write_text(json.dumps(refuse_different(bench)), "utf-8")
        for number, peer in enumerate(LIMITS[2:]):
            bench.servers[peer] = running.enter_context(started(bench, peer, 8321 + number))
        took = compare(bench, given.rounds, given.seconds)
        memory = {peer: megabytes(each.process.pid) for peer, each in bench.servers.items()}
        said = (
            f"Measured {machine()}; one process each, {CONNECTIONS} connections, the example at scale {given.scale}, "
            f"medians of {given.rounds} rounds of {given.seconds:g} s in turn.\n\n{tables(took, memory)}"
        )
        print(said)
        if given.write:
            put("peers", said)
            PICTURE.write_text(picture(took), "utf-8")


if __name__ == "__main__":
    main()
