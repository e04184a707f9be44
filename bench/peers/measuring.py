"""One question, one server, so many seconds: answers, processor and latency."""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from questions import QUESTIONS
from servers import LIMITS, PEERS, Bench, Server

CONNECTIONS = 32
_TICKS = os.sysconf("SC_CLK_TCK")


class Took(NamedTuple):
    """One run: answers a second, milliseconds of processor an answer (server, PostgreSQL), p50 and p99 in ms."""

    rate: float
    app_ms: float
    database_ms: float
    p50: float
    p99: float


def measured(bench: Bench, server: Server, question: str, seconds: float) -> Took:
    """Ask one server one question for so many seconds, over 32 connections."""
    bodies = bench.folder / "bodies"
    bodies.write_text("\n".join(bench.bodies(server.name, QUESTIONS[question])) + "\n", "utf-8")
    environment = {**os.environ, "BODIES": str(bodies), "UNIQUE": str(time.time_ns() // 1000 % 10**12)}
    app, database = _cpu(server.process.pid), _cpu(_postmaster(bench))
    words = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{seconds:g}s",
        "--timeout",
        "20s",
        "--latency",
        "-s",
        str(PEERS / "post.lua"),
    ]
    told = subprocess.run(
        [*words, server.url(question)], env=environment, capture_output=True, text=True, check=True
    ).stdout
    app, database = _cpu(server.process.pid) - app, _cpu(_postmaster(bench)) - database
    answered = int(re.search(r"(\d+) requests in", told)[1])  # type: ignore[index]
    if "Non-2xx" in told:
        raise SystemExit(f"{server.name} failed on: {question}\n{told}")
    if answered < CONNECTIONS:  # too few to say anything of
        return measured(bench, server, question, seconds * 4)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])  # type: ignore[index]
    if server.name in {"raw asgi", "node http"}:
        database = 0.0
    return Took(rate, app * 1000 / answered, database * 1000 / answered, _latency(told, 50), _latency(told, 99))


def _latency(told: str, percentile: int) -> float:
    value, unit = re.search(rf"{percentile}%\s+([\d.]+)(us|ms|s)", told).groups()  # type: ignore[union-attr]
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def _processes(root: int) -> Iterator[Path]:
    """A process and all below it."""
    yield Path(f"/proc/{root}")
    for task in Path(f"/proc/{root}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _processes(int(child))


def _cpu(root: int) -> float:
    """Seconds of processor that a process, all below it and those it has buried have used."""
    total = 0
    for process in _processes(root):
        words = (process / "stat").read_text().rpartition(")")[2].split()
        total += int(words[11]) + int(words[12]) + (int(words[13]) + int(words[14]) if process.name == str(root) else 0)
    return total / _TICKS


def megabytes(root: int) -> float:
    """Memory of a process and all below it: what they share by forking is counted once, and so are files."""
    found = [_held(each) for each in _processes(root)]
    return sum(each["Pss_Anon"] for each in found) + max(each["Rss"] - each["Anonymous"] for each in found)


def _held(process: Path) -> dict[str, float]:
    lines = (process / "smaps_rollup").read_text().splitlines()[1:]
    return {name.rstrip(":"): int(kilobytes) * 1024 / 1e6 for name, kilobytes, *_ in map(str.split, lines)}


def _postmaster(bench: Bench) -> int:
    return int(next(bench.folder.rglob("postmaster.pid")).read_text().splitlines()[0])


def compare(bench: Bench, rounds: int, seconds: float) -> dict[str, dict[str, Took]]:
    """Medians over the rounds, by question and server."""
    took: dict[str, dict[str, list[Took]]] = {name: {} for name in QUESTIONS}
    for number in range(rounds + 1):  # the first round warms
        for question in QUESTIONS:
            for server in bench.servers.values():
                if "@@" in QUESTIONS[question].register and server.name in LIMITS:
                    continue
                run = measured(bench, server, question, seconds if number else max(seconds / 3, 1))
                if number:
                    took[question].setdefault(server.name, []).append(run)
        print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
    return {
        question: {name: Took(*map(statistics.median, zip(*runs, strict=True))) for name, runs in by_server.items()}
        for question, by_server in took.items()
    }
