"""What it takes to refuse what is too much: time, status and memory of a running program, each abuse a few times.

`python bench/limits.py [--rounds 5]` starts the program on a home of its own, asks each question over one connection,
and prints the median and the longest time beside those of the smallest question, which a busy machine slows alike. It
then opens 300 connections that never end their header or their body, and counts those still open after ten seconds.
"""

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from _memory import ANSWERS, forked

CONNECTIONS = 300
WAIT_SECONDS = 10
_START_SECONDS = 60
_HEAD = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
_HALVES = {"header": _HEAD, "body": _HEAD + b"Content-Length: 100000\r\n\r\n{"}


def nested(levels: int) -> str:
    """Lists within lists, each of the default size."""
    return "{suppliers(first:5){nodes{" + "services{nodes{supplier{" * levels + "id" + "}}}" * levels + "}}}"


def doubling(fragments: int) -> str:
    """Fragments that each spread the next twice."""
    links = "".join(f" fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}" for i in range(fragments))
    return "{...F0}" + links + f" fragment F{fragments} on Query{{asOf}}"


def overlapping(fragments: int) -> str:
    """Fragments that all ask for the same list in the same place."""
    spreads = " ".join(f"...F{i}" for i in range(fragments))
    each = "{s:suppliers(first:1){edges{node{id name listed}}}}"
    return f"{{{spreads}}}" + "".join(f" fragment F{i} on Query{each}" for i in range(fragments))


ABUSE = {
    "smallest question": "{asOf}",
    "1,000 aliases": "{" + " ".join(f"a{i}:asOf" for i in range(1000)) + "}",
    "10,000 aliases": "{" + " ".join(f"a{i}:asOf" for i in range(10_000)) + "}",
    "10,000 directives": "{asOf" + " @a" * 10_000 + "}",
    "10,000 times one field": "{" + "asOf " * 10_000 + "}",
    "lists within lists, 3": nested(3),
    "lists within lists, 5": nested(5),
    "2,000 braces": "{a" * 2000 + "}" * 2000,
    "list literal 5,000 deep": "{node(id:" + "[" * 5000 + "]" * 5000 + "){id}}",
    "fragment within itself": "{...A} fragment A on Query{...B} fragment B on Query{...A}",
    "2^18 by fragments": doubling(18),
    "2^1000 by fragments": doubling(1000),
    "14 overlapping fragments": overlapping(14),
    "200 overlapping fragments": overlapping(200),
    "circular introspection": "{__schema{types{" + "fields{type{" * 6 + "name" + "}}" * 6 + "}}}",
    "number of 20,000 digits": "{node(id: 1" + "0" * 20_000 + "){id}}",
    "5 MB body": "{asOf #" + "x" * 5_000_000 + "\n}",
}


@contextmanager
def running(home: Path) -> Iterator[tuple[int, int]]:
    """The program on a free port: the number of its process that answers, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-c", "from auktor.cli import main; main()", "serve", "--port", str(port)]
    environment = {**os.environ, "AUKTOR_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        try:
            wait_for(port)
            yield forked(program.pid, ANSWERS)[0], port
        finally:
            program.send_signal(signal.SIGTERM)


def wait_for(port: int) -> None:
    """Return when the program answers."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/graphql", params={"query": "{asOf}"}).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    sys.exit("The program did not answer.")


def memory_mb(process: int) -> float:
    """The most memory the process has had (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def timed(client: httpx.Client, text: str) -> tuple[float, int, str]:
    """Milliseconds, status and code of an answer."""
    begun = time.perf_counter()
    answer = client.post("/graphql", json={"query": text})
    took = (time.perf_counter() - begun) * 1000
    errors = answer.json().get("errors")
    return took, answer.status_code, errors[0]["extensions"]["code"] if errors else ""


def still_open(port: int, half: bytes) -> int:
    """How many of the connections that said only half are still open after the wait."""
    connections = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    for each in connections:
        each.sendall(half)
    time.sleep(WAIT_SECONDS)
    left = sum(_is_open(each) for each in connections)
    for each in connections:
        each.close()
    return left


def _is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)  # noqa: FBT003 -- socket has it by position
    try:
        while connection.recv(65536):
            pass
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def main() -> None:
    """Measure, and print one line a question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds: int = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (process, port):
        before = memory_mb(process)
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {rounds} rounds\n")
        print("| question | status | code | median ms | longest ms |\n|---|---|---|---|---|")
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            for name, text in ABUSE.items():
                found = [timed(client, text) for _ in range(rounds)]
                took, (_, status, code) = [each[0] for each in found], found[0]
                print(f"| {name} | {status} | {code} | {statistics.median(took):.1f} | {max(took):.1f} |")
        print(f"\nmemory: {before:.0f} MB before, at most {memory_mb(process):.0f} MB")
        for name, half in _HALVES.items():
            print(f"half a {name}: {still_open(port, half)} of {CONNECTIONS} open after {WAIT_SECONDS} s")


if __name__ == "__main__":
    main()
