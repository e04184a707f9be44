"""How evenly two processes that answer share connections that come at one instant.

`python bench/bursts.py [--rounds 15] [--write]` starts the program with and without its rest after a connection that
closely follows another, alone on the machine and beside two processes that only count. Each round opens so many
connections, has a request answered on each, and looks which process holds how many. Then connections come without end,
one request on each, from 32 callers, to see what the rest costs there.
"""

import argparse
import asyncio
import multiprocessing
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from _memory import ANSWERS, forked
from _page import machine, put, spread, table
from start import running

from auktor.accepting import MOST_RESTS

_BURSTS = (8, 32, 128)
_CALLERS, _CONNECTIONS = 32, 3_000
_REQUEST = b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\n"
_LAST_REQUEST = b"GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
_PROGRAM = """
import sys
import auktor.accepting, auktor.cli
auktor.accepting.MOST_RESTS = {rests}
sys.exit(auktor.cli.run(["serve", *sys.argv[1:]]))
"""


def sockets(process: int) -> int:
    """How many sockets a process holds."""
    found = 0
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):
            found += each.readlink().name.startswith("socket:")
    return found


def larger_share(workers: list[int], port: int, size: int) -> tuple[float, float]:
    """The share of a burst that one process got, the larger one; and the milliseconds until all were answered."""
    before = [sockets(each) for each in workers]
    callers = [socket.socket() for _ in range(size)]
    begun = time.perf_counter()
    for each in callers:
        each.settimeout(0)
        each.connect_ex(("127.0.0.1", port))
    for each in callers:
        each.settimeout(None)
        each.sendall(_REQUEST)
    for each in callers:
        each.recv(1000)
    took = time.perf_counter() - begun
    got = [sockets(each) - already for each, already in zip(workers, before, strict=True)]
    for each in callers:
        each.close()
    return max(got) / size, took * 1000


async def without_end(port: int) -> float:
    """New connections a second, each with one request."""

    async def caller() -> None:
        for _ in range(_CONNECTIONS // _CALLERS):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(_LAST_REQUEST)
            await reader.read()
            writer.close()

    begun = time.perf_counter()
    await asyncio.gather(*(caller() for _ in range(_CALLERS)))
    return _CONNECTIONS / (time.perf_counter() - begun)


@contextmanager
def beside(counting: int) -> Iterator[None]:
    """So many processes that do nothing but count."""
    processes = [multiprocessing.Process(target=_count, daemon=True) for _ in range(counting)]
    for each in processes:
        each.start()
    yield
    for each in processes:
        each.kill()
        each.join()


def _count() -> None:
    while True:
        pass


def measured(home: Path, rests: int, rounds: int) -> dict[tuple[str, int], list[tuple[float, float]]]:
    """For each size of burst, alone and in a crowd, what each round gave; under 0, new connections a second."""
    with running(home, home / "bytecode", 2, _PROGRAM.format(rests=rests)) as (program, port, _):
        workers = forked(program.pid, ANSWERS)
        found: dict[tuple[str, int], list[tuple[float, float]]] = {}
        for name, counting in (("alone", 0), ("in a crowd", 2)):
            with beside(counting):
                for size in _BURSTS:
                    found[name, size] = []
                    for _ in range(rounds):
                        time.sleep(0.3)  # so that no round takes from the rests of the next
                        found[name, size].append(larger_share(workers, port, size))
        found["alone", 0] = [(asyncio.run(without_end(port)), 0.0) for _ in range(5)]
    return found


def main() -> None:
    """Measure, and print the table; write it where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        without, resting = (measured(Path(temporary) / "home", rests, words.rounds) for rests in (0, MOST_RESTS))
    rows = []
    for name, size in [key for key in without if key[1]]:
        shares = [spread([share for share, _ in each[name, size]], 2) for each in (without, resting)]
        took = [f"{statistics.median(ms for _, ms in each[name, size]):.1f}" for each in (without, resting)]
        rows.append([f"{size}, {name}", *shares, *took])
    new = [spread([each for each, _ in found["alone", 0]]) for found in (without, resting)]
    heads = ["at one instant", "larger share without", "**with the rest**", "ms to answer all, without", "with"]
    said = (
        f"`python bench/bursts.py`, {machine()}. Medians of {words.rounds} rounds, with the least and the most; in a "
        f"crowd is beside two processes that only count.\n\n{table(heads, rows)}\n\nConnections that come without end, "
        f"one request on each, a second: {new[0]} without, {new[1]} with it."
    )
    sys.stdout.write(said + "\n")
    if words.write:
        put("bursts", said)


if __name__ == "__main__":
    main()
