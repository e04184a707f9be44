"""Ten minutes of ordinary traffic: 80 % stored documents by GET, 20 % questions by POST, on a running program.

`python bench/steady.py [--minutes 10] [--clients 16] [--warm 1]` starts the program on a home of its own and asks over
loopback, first without rest until what it keeps of answers is full: that is bounded by a setting, and no growth.
It prints the requests, those that failed, the median and the 99th percentile of their times, and the memory of the
program when it is warm and at the end.
"""

import argparse
import asyncio
import math
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from limits import running
from live import resident_mb

DOCUMENTS = ("suppliers_flat", "services_flat", "obligations_by_category", "suppliers_page", "editions_page")
POST_SHARE = 0.2
_TEXT = "query($on: Date!, $first: Int) {register(asOf: $on) {publicActors(first: $first) {nodes {id name}}}}"


def question(chance: random.Random) -> dict[str, object]:
    """A question by POST, whose day and size differ from one to the next."""
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {"query": _TEXT, "variables": {"on": day, "first": chance.randint(1, 50)}}


@dataclass
class Traffic:
    """Clients that ask until a moment, or so many times, and what their requests took, in milliseconds."""

    address: str
    until: float
    pause: float
    most: float = math.inf
    took: list[float] = field(default_factory=list)
    ended: Counter[str] = field(default_factory=Counter)

    async def client(self, number: int) -> None:
        """One of them; it rests between two requests."""
        chance = random.Random(number)  # noqa: S311 -- the same traffic each time
        async with httpx.AsyncClient(base_url=self.address, timeout=30) as asking:
            while time.monotonic() < self.until and len(self.took) < self.most:
                begun = time.perf_counter()
                answer = await self._asked(asking, chance)
                self.took.append((time.perf_counter() - begun) * 1000)
                wrong = answer.status_code != httpx.codes.OK or "errors" in answer.json()
                self.ended["failed" if wrong else "answered"] += 1
                await asyncio.sleep(self.pause)

    async def _asked(self, asking: httpx.AsyncClient, chance: random.Random) -> httpx.Response:
        if chance.random() < POST_SHARE:
            return await asking.post("/graphql", json=question(chance))
        return await asking.get("/graphql", params={"documentId": chance.choice(DOCUMENTS)})


async def measure(process: int, port: int, words: argparse.Namespace) -> None:
    """Ask, and print what it took."""
    address = f"http://127.0.0.1:{port}"
    warming = Traffic(address, time.monotonic() + words.warm * 60, 0)
    await asyncio.gather(*(warming.client(-1 - each) for each in range(words.clients)))
    early, begun = resident_mb(process), time.monotonic()
    traffic = Traffic(address, begun + words.minutes * 60, words.pause)
    await asyncio.gather(*(traffic.client(each) for each in range(words.clients)))
    late, seconds = resident_mb(process), time.monotonic() - begun
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {words.clients} clients, {seconds:.0f} s\n")
    print("| requests | a second | failed | median ms | p99 ms | memory when warm | at the end |")
    print("|---|---|---|---|---|---|---|")
    slowest = statistics.quantiles(traffic.took, n=100)[-1]
    print(
        f"| {len(traffic.took):,} | {len(traffic.took) / seconds:.0f} | {traffic.ended['failed']} | "
        f"{statistics.median(traffic.took):.1f} | {slowest:.1f} | {early:.0f} MB | "
        f"{late:.0f} MB ({(late / early - 1) * 100:+.1f} %) |"
    )


def main() -> None:
    """Start the program and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--warm", type=float, default=1, help="minutes without rest before anything is measured")
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--pause", type=float, default=0.05, help="seconds a client rests between two requests")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as (process, port):
        asyncio.run(measure(process, port, words))


if __name__ == "__main__":
    main()
