"""How long `auktor serve` takes from its first instruction to the first 200 of /readyz, and what memory it then has.

`python bench/start.py [--starts 7] [--write]` starts the program on a home of its own, with one process that answers
and with two: once from nothing, then again and again on what that left, as after a restart of the machine's service.
Bytecode is on disk, as after an installation. The parts are clocks around the program's own functions. After one more
start it asks 10,000 questions over 16 connections, and says what memory each process has before and after. `--write`
puts the tables into docs/reference/performance.md.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from _memory import ANSWERS, PUBLISHES, Memory, forked, memory_of
from _page import machine, put, spread, table
from steady import Traffic

_LOOKS_A_SECOND = 200
_ANSWERING = (1, 2)
_FIRSTS = 3
_CONNECTIONS = 16
_REQUESTS = 10_000
# The program, with a clock around what a start consists of; it tells them when it ends.
_PROGRAM = """
import sys, time
begun = time.perf_counter()
from contextlib import contextmanager
took = {}

def clocked(owner, name, label):
    whole = getattr(owner, name)
    def clock(*given, **named):
        at = time.perf_counter()
        try:
            return whole(*given, **named)
        finally:
            took[label] = took.get(label, 0) + time.perf_counter() - at
    setattr(owner, name, clock)

import auktor.cli
import auktor.commands.serve as command
from db.embedded.server import EmbeddedPostgres
took["imports before PostgreSQL"] = time.perf_counter() - begun
clocked(command, "import_module", "imports while PostgreSQL starts")
clocked(EmbeddedPostgres, "launch", "starting the process of PostgreSQL")
clocked(EmbeddedPostgres, "wait_for_the_first_answer", "waiting for PostgreSQL after that")
before = EmbeddedPostgres.wait_for_the_first_answer
labels = {
    "auktor: print": "the schema printed, by a process",
    "auktor: prepare": "what to migrate, load and publish looked at, by a process beside that",
}

def then(self):
    before(self)
    import auktor.serving
    from auktor.forking import Parent
    clocked(auktor.serving, "warmed", "documents warmed")
    doing = Parent.doing
    @contextmanager
    def clock(self, name, deed):
        at = time.perf_counter()
        with doing(self, name, deed) as outcome:
            def told():
                try:
                    return outcome()
                finally:
                    took[labels[name]] = time.perf_counter() - at
            yield told
    Parent.doing = clock

EmbeddedPostgres.wait_for_the_first_answer = then
status = auktor.cli.run(["serve", *sys.argv[1:]])
import json
print("TOOK", json.dumps(took), file=sys.stderr)
sys.exit(status)
"""


class Start(NamedTuple):
    """One start: seconds until it was ready and of each part."""

    seconds: float
    parts: dict[str, float]


@contextmanager
def running(
    home: Path, bytecode: Path, workers: int, text: str = _PROGRAM
) -> Iterator[tuple[subprocess.Popen[str], int, float]]:
    """The program `text` while it runs: its process, its port, and the seconds until it was ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"AUKTOR_HOME": str(home), "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment |= {"AUKTOR_POINTS_A_MINUTE": "100000000"}
    begun = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-c", text, f"--port={port}", f"--workers={workers}"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not is_ready(port):
        if program.poll() is not None:
            raise SystemExit(f"The program ended: {program.stderr and program.stderr.read()}")
        time.sleep(1 / _LOOKS_A_SECOND)
    try:
        yield program, port, time.perf_counter() - begun
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(60)


def started(home: Path, bytecode: Path, workers: int) -> Start:
    """Start the program, wait until it is ready, and end it."""
    with running(home, bytecode, workers) as (program, _, seconds):
        program.terminate()
        _, told = program.communicate(timeout=60)
    return Start(seconds, json.loads(told.rpartition("TOOK")[2]))


def memories(home: Path, bytecode: Path, workers: int) -> list[list[str]]:
    """A line for each process: its memory when all is ready, and after so many questions."""
    with running(home, bytecode, workers) as (program, port, _):
        time.sleep(3)  # until the publishing process waits
        names = ["answers"] * workers + ["publishes", "starts and replaces these"]
        processes = [*forked(program.pid, ANSWERS), *forked(program.pid, PUBLISHES), program.pid]
        before = [memory_of(each) for each in processes]
        asyncio.run(ask(port))
        after = [memory_of(each) for each in processes]
    rows = [[str(workers), *row] for row in (_row(*each) for each in zip(names, before, after, strict=True))]
    whole = (f"{sum(each.share for each in moment):.0f}" for moment in (before, after))
    first, then = (f"– / **{each}** / –" for each in whole)
    return [*rows, [str(workers), "**all together**", first, then]]


def _row(name: str, before: Memory, after: Memory) -> list[str]:
    return [name, *(f"{each.resident:.0f} / {each.share:.0f} / {each.own:.0f}" for each in (before, after))]


async def ask(port: int) -> None:
    """Ten thousand questions of the traffic of `bench/steady.py`, over connections that come one by one."""
    traffic = Traffic(f"http://127.0.0.1:{port}", time.monotonic() + 600, 0, most=_REQUESTS)
    clients = []
    for each in range(_CONNECTIONS):  # so that each process gets as many
        clients.append(asyncio.create_task(traffic.client(each)))
        await asyncio.sleep(0.05)
    await asyncio.gather(*clients)


def is_ready(port: int) -> bool:
    """Whether the program says that it can answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=30) as answer:
            return bool(answer.status == HTTPStatus.OK)
    except OSError:
        return False


def main() -> None:
    """Measure, and print tables; write them where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home, bytecode = Path(temporary) / "home", Path(temporary) / "bytecode"
        compiling = started(home, bytecode, 1)
        starts = {each: [started(home, bytecode, each) for _ in range(words.starts)] for each in _ANSWERING}
        firsts = [started(Path(temporary) / f"new-{each}", bytecode, 1) for each in range(_FIRSTS)]
        rows = [row for each in _ANSWERING for row in memories(home, bytecode, each)]
    alone, two = (starts[each] for each in _ANSWERING)
    times = [
        ["**until it is ready**, on a home that is there", spread([each.seconds for each in alone], 2)],
        ["the same with two processes that answer", spread([each.seconds for each in two], 2)],
        [
            "the same on a new home, where the register is loaded and published",
            spread([each.seconds for each in firsts], 1),
        ],
        ["the same where no bytecode is on disk either", f"{compiling.seconds:.1f}"],
        *([part, spread([each.parts[part] for each in alone], 2)] for part in alone[0].parts),
    ]
    said = (
        f"`python bench/start.py`, {machine()}. Medians of {words.starts} starts, with the least and the most.\n\n"
        f"{table(['what', 's'], times)}\n\n"
        "Memory in MB: resident (RSS) / its share, where what several have is divided among them (PSS) / its own.\n\n"
        + table(["that answer", "a process that", "when it is ready", f"after {_REQUESTS:,} questions"], rows)
    )
    sys.stdout.write(said + "\n")
    if words.write:
        put("start", said)


if __name__ == "__main__":
    main()
