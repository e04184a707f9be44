"""How fast files are loaded: rows a second of `load`, beside plain COPY of the same bytes into an unindexed table.

`python bench/load.py [--actors 100000] [--volumes 1000000] [--rounds 3] [--write]` runs on an embedded PostgreSQL of
its own. The two are measured in turn, each round on a new database, so that a busy machine slows both; the ratio is
what to compare. `--write` puts the table into docs/reference/performance.md.
"""

import argparse
import asyncio
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import asyncpg
from _page import machine, put, spread, table
from sqlalchemy import make_url

from db import migrate
from db.embedded import embedded_postgres
from db.load import load

_MONTHS = [f"{2020 + month // 12}-{month % 12 + 1:02}" for month in range(100)]
_SERVICES = 5


class Took(NamedTuple):
    """One file, in seconds: loaded, loaded again unchanged, and copied without more ado."""

    loaded: float
    again: float
    copied: float


def write_actors(folder: Path, count: int) -> Path:
    """A file of `count` invented municipalities' associations, with names and websites."""
    path = folder / "public_actors.csv"
    with path.open("w") as file:
        file.write("key,name,category,county_code,website,valid_from,provenance,reference\n")
        for number in range(count):
            file.write(
                f"actor-{number},Påhittat förbund {number},MUNICIPAL_ASSOCIATION,{number % 20 + 1:02},"
                f"https://www.exempel.test/{number},2026-01-01,EXAMPLE,bench\n"
            )
    return path


def write_volumes(folder: Path, count: int, actors: int) -> Path:
    """A file of `count` monthly volumes, spread over actors, services and months."""
    path = folder / "monthly_volumes.csv"
    with path.open("w") as file:
        file.write("actor,service,item,month,quantity,status,provenance,reference\n")
        for number in range(count):
            actor, rest = number % actors, number // actors
            service, month = rest % _SERVICES, _MONTHS[rest // _SERVICES]
            file.write(f"actor-{actor},service-{service},IDENTIFICATION,{month},{number % 9973},FINAL,EXAMPLE,bench\n")
    return path


def write_services(folder: Path) -> list[Path]:
    """What the volumes refer to: an authority, a system, a supplier and its services."""
    files = {
        "providing_authorities": "key,name,organisation_number,valid_from\nexempel,Exempel,202100-6883,2024-01-01\n",
        "authorisation_systems": "key,code,name_sv,name_en,authority,valid_from\n"
        "E_IDENTIFICATION,E_IDENTIFICATION,Elektronisk identifiering,Electronic identification,exempel,2024-01-01\n",
        "suppliers": "key,name,legal_form,state_owned,valid_from\nexempel,Exempel,LIMITED_COMPANY,false,2024-01-01\n",
        "services": "key,supplier,system,name,kind,status,assurance_level,non_resident,quality_mark,target_group,"
        "valid_from\n"
        + "".join(
            f"service-{number},exempel,E_IDENTIFICATION,Exempel {number},E_IDENTIFICATION,IN_OPERATION,LEVEL_3,"
            "false,true,PERSON,2024-01-01\n"
            for number in range(_SERVICES)
        ),
    }
    paths = []
    for noun, text in files.items():
        paths.append(folder / f"{noun}.csv")
        paths[-1].write_text(text)
    return paths


async def measured(url: str, path: Path) -> Took:
    """Load a file, load it again, and copy it."""
    begun = time.perf_counter()
    await load(url, [path], actor="bench")
    loaded = time.perf_counter()
    await load(url, [path], actor="bench")
    again = time.perf_counter()
    await copied(url, path)
    return Took(loaded - begun, again - loaded, time.perf_counter() - again)


async def copied(url: str, path: Path) -> None:
    """COPY the bytes of a file into a table of texts."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    columns = path.open().readline().strip().split(",")
    await connection.execute(f"CREATE TABLE plain ({', '.join(f'{name} text' for name in columns)})")
    await connection.copy_to_table("plain", source=path, format="csv", header=True)
    await connection.execute("DROP TABLE plain")
    await connection.close()


async def new_database(url: str, name: str) -> str:
    """The address of a new database on the same server."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def rounds(url: str, folder: Path, words: argparse.Namespace) -> Iterator[dict[str, Took]]:
    """Both files, once a round, each round on a database of its own."""
    actors, volumes = write_actors(folder, words.actors), write_volumes(folder, words.volumes, words.actors)
    services = write_services(folder)
    for number in range(words.rounds):
        database = asyncio.run(new_database(url, f"round_{number}"))
        migrate.upgrade(database)
        asyncio.run(load(database, services, actor="bench"))
        yield {path.name: asyncio.run(measured(database, path)) for path in (actors, volumes)}


def main() -> None:
    """Measure, and print a table; write it where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--volumes", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with embedded_postgres(folder / "home") as server:
            took = list(rounds(server.url, folder, words))
        files = (("public_actors.csv", words.actors), ("monthly_volumes.csv", words.volumes))
        told = [
            line
            for name, count in files
            for line in lines(name, count, (folder / name).stat().st_size, [each[name] for each in took])
        ]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    said = (
        f"`python bench/load.py`, {machine()}. Medians of {words.rounds} rounds, with the least and the most. "
        f"The largest memory of the loading process was {memory:.0f} MB.\n\n"
        + table(["file", "what", "s", "rows/s", "MB/s", "times COPY"], told)
    )
    sys.stdout.write(said + "\n")
    if words.write:
        put("loading", said)


def lines(name: str, rows: int, size: int, took: list[Took]) -> list[list[str]]:
    """What a file took: loaded, loaded again, and copied."""
    copied = [each.copied for each in took]
    kinds = {"loaded": [each.loaded for each in took], "loaded again, unchanged": [each.again for each in took]}
    return [
        [
            f"`{name}`, {rows:,} rows, {size / 1e6:.0f} MB",
            what,
            spread(seconds, 2),
            f"{rows / statistics.median(seconds):,.0f}",
            f"{size / 1e6 / statistics.median(seconds):,.1f}",
            spread([one / plain for one, plain in zip(seconds, copied, strict=True)], 1),
        ]
        for what, seconds in (*kinds.items(), ("COPY of the same bytes", copied))
    ]


if __name__ == "__main__":
    main()
