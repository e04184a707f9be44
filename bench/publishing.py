"""What publishing costs, beside what nobody can avoid: to write the same bytes and hash them (SHA-256).

`python bench/publishing.py [--rows 1000000] [--rounds 7] [--write]` measures three things on an embedded PostgreSQL of
its own: each text format, from rows that are copied already; whole editions of the bundled register, in a process that
has published before; and an edition of a million rows, in a process of its own, with its largest memory. What is
compared is measured in turn, so that a busy machine slows both. `--write` puts the tables into
docs/reference/performance.md.
"""

import argparse
import asyncio
import hashlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg
import msgspec
from _page import machine, put, spread, table
from sqlalchemy import make_url

from auktor.preparing import bundled_register
from db import migrate
from db.embedded import embedded_postgres
from db.engine import Database
from db.load import load
from publish.as_csv import CsvLines, CsvRows
from publish.as_ndjson import NdjsonLines
from publish.release import Published, publish
from publish.signing import make_key
from publish.snapshot import copy_rows
from publish.tables import PUBLIC_ACTORS

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
TEXT_ROWS = 100_000
MEGABYTE = 1e6
FILL = """
    ALTER TABLE public_actor DROP CONSTRAINT public_actor_one_object_at_a_time;
    SET session_replication_role = replica;
    INSERT INTO public_actor_identity (key) SELECT 'bench-' || n FROM generate_series(1, {rows}) n;
    INSERT INTO public_actor (id, revision, valid_from, recorded_from, provenance, reference, legal_source, name,
                              category, county_code, website, organisation_number)
    SELECT id, 1, '2024-01-01', '2024-01-01', 'EXAMPLE', 'påhittat, för mätning', 'SFS 2023:704 4 §',
           'Påhittat förbund ' || id, 'MUNICIPAL_ASSOCIATION', '14', 'https://www.exempel.test/' || id, '202100-6883'
    FROM public_actor_identity WHERE key LIKE 'bench-%';
    ANALYZE;"""


class Large(msgspec.Struct):
    """The edition of many rows, told by the process that published it."""

    seconds: float
    files: int
    largest_memory: int


def timed(work: Callable[[], object]) -> float:
    """The seconds something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write_and_hash(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]], *, sync: bool) -> None:
    """What nobody can avoid: files with these bytes, and the hash of each."""
    for name, parts in files:
        digest = hashlib.sha256()
        with (folder / name).open("wb") as file:
            for part in parts:
                file.write(part)
                digest.update(part)
            if sync:
                file.flush()
                os.fsync(file.fileno())


def parts_of(path: Path) -> Iterable[bytes]:
    """A file, a megabyte at a time."""
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            yield part


async def database_of(url: str, name: str, filled: str | None = None) -> str:
    """A new database with the bundled register, or filled by SQL."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    new = make_url(url).set(database=name).render_as_string(hide_password=False)
    await asyncio.to_thread(migrate.upgrade, new)
    if filled:
        connection = await asyncpg.connect(new.replace("+asyncpg", ""))
        await connection.execute(filled)
        await connection.close()
    else:
        await load(new, [bundled_register() / "register", bundled_register() / "example"], actor="bench")
    return new


async def copied_rows(url: str, at_most: int) -> tuple[list[bytes], float]:
    """The first rows of a table as they are copied, and the seconds that it takes to copy all of them."""
    database, kept, count = Database(url), list[bytes](), 0

    def take(lines: bytes) -> None:
        nonlocal count
        if count < at_most:
            kept.append(lines)
            count += lines.count(b"\n")

    began = time.perf_counter()
    async with database.reading() as connection:
        await copy_rows(connection, PUBLIC_ACTORS, NOW.date(), NOW, take)
    took = time.perf_counter() - began
    await database.close()
    return kept, took


def formats(copied: Sequence[bytes], folder: Path, rounds: int) -> str:
    """Each text format: its encoding alone, as rows come in, and beside it to write and hash what came of it."""
    took: dict[str, list[tuple[float, float]]] = {"CSV": [], "NDJSON": []}
    read, sizes, count = list[float](), dict[str, float](), 0
    for _ in range(rounds):
        count, reading, made = _encoded(copied)
        read.append(sum(map(len, copied)) / MEGABYTE / reading)
        for name, (seconds, parts) in made.items():
            written = timed(lambda: write_and_hash(folder, [(name, parts)], sync=False))  # noqa: B023 -- called at once
            took[name].append((seconds, written))
            sizes[name] = sum(map(len, parts)) / MEGABYTE
    told = [
        [
            name,
            f"{sizes[name]:.0f}",
            spread([sizes[name] / encoded for encoded, _ in each]),
            spread([sizes[name] / written for _, written in each]),
            spread([written / (encoded + written) for encoded, written in each], 2),
        ]
        for name, each in took.items()
    ]
    heads = ["format", "MB", "encode, MB/s", "write + SHA-256, MB/s", "share of write + SHA-256"]
    said = f"{count:,} rows of {PUBLIC_ACTORS.name}, {len(PUBLIC_ACTORS.columns)} columns, {rounds} rounds in turn."
    return f"{said} Reading the cells of the copied lines: {spread(read)} MB/s.\n\n{table(heads, told)}"


def _encoded(copied: Sequence[bytes]) -> tuple[int, float, dict[str, tuple[float, list[bytes]]]]:
    """How many rows there are, the seconds that reading their cells takes, and of each format those of encoding."""
    rows, lines, records = CsvRows(PUBLIC_ACTORS), CsvLines(PUBLIC_ACTORS), NdjsonLines(PUBLIC_ACTORS)
    count, seconds, csv, ndjson = 0, [0.0, 0.0, 0.0], list[bytes](), list[bytes]()
    for part in copied:
        began = time.perf_counter()
        columns = rows.columns(part)
        cells = time.perf_counter()
        csv.append(lines.encode(part, len(columns[0])))
        as_csv = time.perf_counter()
        ndjson.append(records.encode(columns))
        for place, took in enumerate((cells - began, as_csv - cells, time.perf_counter() - as_csv)):
            seconds[place] += took
        count += len(columns[0])
    return count, seconds[0], {"CSV": (seconds[1], csv), "NDJSON": (seconds[2], ndjson)}


async def editions(url: str, folder: Path, rounds: int) -> str:
    """Editions of the bundled register: new ones, asking whether there is anything new, and the same bytes alone."""
    key, place, took = make_key(folder / "key.pem"), folder / "opendata", list[tuple[float, float, float]]()
    count = size = 0
    for number in range(rounds + 1):
        now, plain = NOW + timedelta(days=31 * number), folder / f"plain-{number}"
        plain.mkdir()
        began = time.perf_counter()
        database = Database(url)
        published = await publish(database, place, now=now, key=key)
        await database.close()
        new = time.perf_counter() - began
        began = time.perf_counter()
        database = Database(url)
        await publish(database, place, now=now + timedelta(hours=1), key=key)
        await database.close()
        unchanged = time.perf_counter() - began
        assert isinstance(published, Published)  # noqa: S101 -- a benchmark, not the program
        files = [(path.name, [path.read_bytes()]) for path in published.path.iterdir()]
        count, size = len(files), sum(len(data[0]) for _, data in files)
        took.append((new, unchanged, timed(lambda: write_and_hash(plain, files, sync=True))))  # noqa: B023 -- called at once
    new, unchanged, plain_bytes = ([1000 * each for each in times] for times in zip(*took[1:], strict=True))
    told = [
        ["a new edition, every format, signed", spread(new)],
        ["nothing new to say", spread(unchanged)],
        ["the same files written, hashed and synced one by one", spread(plain_bytes)],
    ]
    said = f"{count} files, {size / MEGABYTE:.1f} MB, {rounds} editions after the first one of the same process."
    return f"{said}\n\n{table(['what', 'ms'], told)}"


def publish_alone(url: str, folder: Path) -> None:
    """Publish, and tell what it took of this process; for a process of its own."""

    async def run() -> int:
        database = Database(url)
        published = await publish(database, folder / "opendata", now=NOW, key=make_key(folder / "key.pem"))
        await database.close()
        assert isinstance(published, Published)  # noqa: S101 -- a benchmark, not the program
        return sum(path.stat().st_size for path in published.path.iterdir())

    began = time.perf_counter()
    size = asyncio.run(run())
    sys.stdout.write(msgspec.json.encode(Large(time.perf_counter() - began, size, largest_memory())).decode())


def largest_memory() -> int:
    """The most this program has had in memory.

    `getrusage` counts what its parent had when it was started too, so Linux's own account is asked first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def many_rows(url: str, folder: Path, rows: int, copy_seconds: float) -> str:
    """An edition of many rows in a process of its own, and beside it its bytes alone and the COPY of its rows alone."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, __file__, "--alone", url, str(folder)], check=True, capture_output=True, text=True
    )
    large = msgspec.json.decode(done.stdout, type=Large)
    plain = folder / "plain"
    plain.mkdir()
    paths = list((folder / "opendata" / "editions" / "000001").iterdir())
    alone = timed(lambda: write_and_hash(plain, [(path.name, parts_of(path)) for path in paths], sync=True))
    told = [
        [what, f"{seconds:.1f}", f"{rows / seconds:,.0f}", f"{size / MEGABYTE / seconds:,.0f}" if size else ""]
        for what, seconds, size in (
            ("the edition, every format, signed", large.seconds, large.files),
            ("the same bytes written, hashed and synced", alone, large.files),
            ("COPY of the same rows, thrown away", copy_seconds, 0),
        )
    ]
    said = (
        f"{rows:,} public actors, {large.files / MEGABYTE:,.0f} MB in all files; the largest memory of the process was "
        f"{large.largest_memory / MEGABYTE:.0f} MB."
    )
    return f"{said}\n\n{table(['what', 's', 'rows/s', 'MB/s'], told)}"


def main() -> None:
    """Measure, and print the tables; write them where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--alone", nargs=2, metavar=("URL", "FOLDER"), help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.alone:
        publish_alone(words.alone[0], Path(words.alone[1]))
        return
    with TemporaryDirectory() as temporary, embedded_postgres(Path(temporary) / "home") as server:
        folder = Path(temporary)
        real = asyncio.run(database_of(server.url, "real"))
        large = asyncio.run(database_of(server.url, "large", FILL.format(rows=words.rows)))
        copied, copy_seconds = asyncio.run(copied_rows(large, TEXT_ROWS))
        said = "\n\n".join(
            [
                f"`python bench/publishing.py`, {machine()}. Medians, with the least and the most of the rounds.",
                f"**Text formats.** {formats(copied, folder, words.rounds)}",
                f"**An edition of real size.** {asyncio.run(editions(real, folder, words.rounds))}",
                f"**Many rows.** {many_rows(large, folder / 'large', words.rows, copy_seconds)}",
            ]
        )
    sys.stdout.write(said + "\n")
    if words.write:
        put("publishing", said)


if __name__ == "__main__":
    main()
