"""What callers who hang on cost everybody else: the times of a small question with nobody else, and beside them.

`python bench/slow.py [--callers 300] [--rounds 3] [--seconds 8]` starts the program on a home of its own. In each round
one connection asks the small question for some seconds alone; then beside 300 callers that never end their header, 300
that never end their body, and 300 that ask for much and never read it. The two are taken in turn, so that a busy
machine slows both: the ratio is what to compare. It prints medians over the rounds, and the memory of the program.
"""

import argparse
import os
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from limits import _HALVES, running
from live import resident_mb

SMALL = {"query": "{asOf}"}
SETTLING_SECONDS = 5  # until what is taken of the answers has been answered, and the rest waits
_LARGE = "{publicActors(first:100){nodes{id%20name%20category%20history{validFrom}}}}"
_ASKED = f"GET /graphql?query={_LARGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
_KINDS = {**_HALVES, "answer that is not read": _ASKED * 200}


def times(client: httpx.Client, seconds: float) -> list[float]:
    """Milliseconds of each small question, asked for so long."""
    took: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        begun = time.perf_counter()
        answer = client.post("/graphql", json=SMALL)
        took.append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == httpx.codes.OK  # noqa: S101 -- a benchmark, not the program
    return took


@contextmanager
def hanging(port: int, callers: int, said: bytes) -> Iterator[None]:
    """Callers that say something and then neither speak nor read."""
    connections = []
    for _ in range(callers):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(("127.0.0.1", port))
        one.sendall(said)
        connections.append(one)
    time.sleep(SETTLING_SECONDS)
    yield
    for one in connections:
        one.close()


def percentile(took: list[float]) -> float:
    """The 99th."""
    return statistics.quantiles(took, n=100)[-1]


def main() -> None:
    """Measure, and print one line a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--callers", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=8)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as (process, port):
        print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {words.callers} callers\n")
        print("| hanging on | median ms alone | beside | p99 ms alone | beside | ratio of p99 | memory |")
        print("|---|---|---|---|---|---|---|")
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            times(client, 1)
            for kind, said in _KINDS.items():
                alone, beside, memory = [], [], 0.0
                for _ in range(words.rounds):
                    alone.append(times(client, words.seconds))
                    with hanging(port, words.callers, said):
                        beside.append(times(client, words.seconds))
                        memory = max(memory, resident_mb(process))
                middle = [statistics.median(map(statistics.median, each)) for each in (alone, beside)]
                slowest = [statistics.median(map(percentile, each)) for each in (alone, beside)]
                print(
                    f"| half a {kind} | {middle[0]:.2f} | {middle[1]:.2f} | {slowest[0]:.1f} | {slowest[1]:.1f} | "
                    f"{slowest[1] / slowest[0]:.1f} | {memory:.0f} MB |".replace("half a answer", "an answer")
                )


if __name__ == "__main__":
    main()
