"""How long `auktor serve` takes from its first instruction to the first 200 of /readyz, and what memory it then has.

`python bench/start.py [--starts 9] [--workers 1] [--write]` starts the program on a home of its own: once from nothing,
then again and again on what that left, as after a restart of the machine's service. Bytecode is on disk, as after an
installation. The parts are clocks around the program's own functions; `--write` puts the table into
docs/reference/performance.md.
"""

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from _page import machine, put, spread, table

_LOOKS_A_SECOND = 200
# The program, with a clock around what a start consists of; it tells them when it ends.
_PROGRAM = """
import sys, time
begun = time.perf_counter()
from importlib import import_module
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

def then(self):
    before(self)
    import auktor.asgi, auktor.serving, db.migrate, schema.answering
    clocked(db.migrate, "upgrade", "migrations looked at")
    clocked(auktor.serving, "prepare", "what to load and publish looked at")
    auktor.serving.prepare = prepared(auktor.serving.prepare)
    clocked(schema.answering.Executor, "keep", "documents warmed (a part of the application)")
    clocked(auktor.asgi, "create_app", "the application")

def prepared(whole):
    async def clock(*given):
        at = time.perf_counter()
        await whole(*given)
        took["what to load and publish looked at"] = time.perf_counter() - at
    return clock

EmbeddedPostgres.wait_for_the_first_answer = then
status = auktor.cli.run(["serve", *sys.argv[1:]])
import json
print("TOOK", json.dumps(took), file=sys.stderr)
sys.exit(status)
"""


class Start(NamedTuple):
    """One start: seconds until it was ready and of each part, megabytes of each process that answers."""

    seconds: float
    parts: dict[str, float]
    resident: list[float]
    own: list[float]


def started(home: Path, bytecode: Path, workers: int) -> Start:
    """Start the program, wait until it is ready, and end it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"AUKTOR_HOME": str(home), "PYTHONPYCACHEPREFIX": str(bytecode)}
    begun = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, f"--port={port}", f"--workers={workers}"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not is_ready(port):
        if program.poll() is not None:
            raise SystemExit(f"The program ended: {program.stderr and program.stderr.read()}")
        time.sleep(1 / _LOOKS_A_SECOND)
    seconds = time.perf_counter() - begun
    time.sleep(2)  # until each worker answers, and the editions were looked at once more
    answering = [program.pid] if workers == 1 else workers_of(program.pid)
    memory = [megabytes(each) for each in answering]
    program.send_signal(signal.SIGTERM)
    _, told = program.communicate(timeout=60)
    parts = json.loads(told.rpartition("TOOK")[2])
    return Start(seconds, parts, [each["VmRSS"] for each in memory], [each["RssAnon"] for each in memory])


def is_ready(port: int) -> bool:
    """Whether the program says that it can answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=30) as answer:
            return bool(answer.status == HTTPStatus.OK)
    except OSError:
        return False


def workers_of(pid: int) -> list[int]:
    """The processes that answer: the children that Python's multiprocessing has spawned."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(each) for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()]


def megabytes(pid: int) -> dict[str, float]:
    """What Linux says of the memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    pairs = (line.split() for line in lines if line.endswith(" kB"))
    return {name.rstrip(":"): int(value) * 1024 / 1e6 for name, value, _ in pairs}


def main() -> None:
    """Measure, and print a table; write it where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=9)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home, bytecode = Path(temporary) / "home", Path(temporary) / "bytecode"
        compiling = started(home, bytecode, words.workers)
        starts = [started(home, bytecode, words.workers) for _ in range(words.starts)]
        first = started(Path(temporary) / "another", bytecode, words.workers)
    rows = [
        ["**until it is ready**, on a home that is there", spread([each.seconds for each in starts], 2)],
        ["the same on a new home, where the register is loaded and published", f"{first.seconds:.1f}"],
        ["the same where no bytecode is on disk either", f"{compiling.seconds:.1f}"],
        *([part, spread([each.parts[part] for each in starts], 2)] for part in starts[0].parts),
    ]
    resident = statistics.median(size for each in starts for size in each.resident)
    own = statistics.median(size for each in starts for size in each.own)
    said = (
        f"`python bench/start.py --workers {words.workers}`, {machine()}. Medians of {words.starts} starts, with the "
        f"least and the most. A process that answers then has {resident:.0f} MB of memory (RSS), {own:.0f} MB of it "
        "its own and the rest files that processes share.\n\n" + table(["what", "s"], rows)
    )
    sys.stdout.write(said + "\n")
    if words.write:
        put("start", said)


if __name__ == "__main__":
    main()
