"""How near `auktor` is to the fastest that uvicorn and asyncpg leave to anybody, and how that compares with Node.

`python bench/floor.py [--rounds 5] [--seconds 2] [--scale 30] [--write]` needs npm and wrk, as `bench/peers.py` does,
whose servers, data and questions it uses. Between `auktor` and Mercurius it puts a server that asks PostgreSQL the very
statements of each answer and then sends bytes that are ready: it reads no question, builds nothing and writes no JSON.
"""

import argparse
import json
import statistics
import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "peers"))
from _page import machine, put, table
from measuring import CONNECTIONS, measured
from peers import opened
from questions import QUESTIONS
from sameness import ask, deep_cursor, head
from servers import Bench, slug, started

_COMPARED = ("auktor", "asking asgi", "mercurius")
_KNOWN = [name for name, asked in QUESTIONS.items() if "@@" not in asked.register]


def _compare(bench: Bench, rounds: int, seconds: float) -> dict[str, dict[str, float]]:
    """Answers a second by question and server: medians over the rounds, after one that warms."""
    took: dict[str, dict[str, list[float]]] = {name: {each: [] for each in _COMPARED} for name in _KNOWN}
    for number in range(rounds + 1):
        for name in _KNOWN:
            for each in _COMPARED:
                run = measured(bench, bench.servers[each], name, seconds if number else 1)
                if number:
                    took[name][each].append(run.rate)
    return {name: {each: statistics.median(rates) for each, rates in by.items()} for name, by in took.items()}


def _told(took: dict[str, dict[str, float]]) -> str:
    heads = ["question", *_COMPARED, "auktor ÷ asking asgi", "asking asgi ÷ mercurius", "auktor ÷ mercurius"]
    rows = []
    for name, by in took.items():
        ours, floor, node = (by[each] for each in _COMPARED)
        shares = (ours / floor, floor / node, ours / node)
        rows.append([name, *(f"{rate:,.0f}" for rate in (ours, floor, node)), *(f"{share:.2f}" for share in shares)])
    return table(heads, rows)


def main() -> None:
    """Read the arguments and run."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=float, default=2.0)
    arguments.add_argument("--scale", type=int, default=30)
    arguments.add_argument("--write", action="store_true", help="put the table into the page of measurements")
    given = arguments.parse_args()
    with ExitStack() as running:
        bench = running.enter_context(opened(given.scale))
        for number, each in enumerate(("auktor", "mercurius")):
            bench.servers[each] = running.enter_context(started(bench, each, 8301 + number))
            bench.cursors[each] = deep_cursor(bench.servers[each])
        bodies = {each: bench.bodies("auktor", QUESTIONS[each])[0] for each in _KNOWN}
        answers = {
            slug(each): {
                "head": head(bench.servers["auktor"], body),
                "body": json.dumps(ask(bench.servers["auktor"], body), ensure_ascii=False, separators=(",", ":")),
            }
            for each, body in bodies.items()
        }
        (bench.folder / "answers.json").write_text(json.dumps(answers), "utf-8")
        queries = {each: json.loads(body)["query"] for each, body in bodies.items()}
        (bench.folder / "queries.json").write_text(json.dumps(queries), "utf-8")
        bench.servers["asking asgi"] = running.enter_context(started(bench, "asking asgi", 8303))
        took = _compare(bench, given.rounds, given.seconds)
    said = (
        f"`python bench/floor.py`, {machine()}; one process each, {CONNECTIONS} connections, the example at scale "
        f"{given.scale}; answers a second, medians of {given.rounds} rounds of {given.seconds:g} s in turn.\n\n"
        f"{_told(took)}"
    )
    print(said)
    if given.write:
        put("floor", said)


if __name__ == "__main__":
    main()
