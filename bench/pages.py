"""How long the server works for a page: with its question, and for the template and the charts alone.

`python bench/pages.py [--rounds 30]` runs on an embedded PostgreSQL of its own with the bundled register, in one
process and without a socket. The pages are asked for in turn, each round anew, so that a busy machine slows all of
them. `whole` is a request to the last byte; `drawn` is its template and charts, from an answer that is there already.
No answer is remembered: the site puts its question to the database at each request. `first` is the one request by which
the document is read, its plan made and the template compiled. What lives on is frozen, as the server does.
"""

import argparse
import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import httpx

from auktor.asgi import create_app
from auktor.assets import Assets
from auktor.core.vocabulary import Language
from auktor.settings import Settings
from auktor.site import STATIC
from auktor.site.addresses import PLACES, Asked
from auktor.site.catalogue import PAGES
from auktor.site.figures import CHARTS
from auktor.site.pages import FOLDER
from auktor.site.writing import Writer
from db import migrate
from db.embedded import embedded_postgres
from db.load import load

DATA = Path(__file__).parents[1] / "data"
DAY = date(2026, 11, 24)
PATHS = {
    "front": "/",
    "suppliers": "/leverantorer",
    "supplier": "/leverantor/finansiell-id-teknik",
    "service": "/tjanst/freja-plus",
    "actors": "/aktorer",
    "actor": "/aktor/skatteverket",
    "statistics": "/statistik",
    "compare": "/tid",
}
WHOLE_P95_MS, DRAWN_MS, CHART_MS = 50, 5, 2


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=30)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory() as home, embedded_postgres(Path(home)) as postgres:
        migrate.upgrade(postgres.url)
        asyncio.run(_of_register(postgres.url, Path(home) / "home", rounds))


async def _of_register(url: str, home: Path, rounds: int) -> None:
    await load(url, [DATA / "register", DATA / "example"], actor="bench")
    app = create_app(Settings(home=home), url)
    gc.freeze()
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://bench.test") as client,
    ):
        await _measure(client, rounds)


async def _measure(client: httpx.AsyncClient, rounds: int) -> None:
    whole: dict[str, list[float]] = {name: [] for name in PATHS}
    for _ in range(rounds + 1):
        for name, path in PATHS.items():
            begun = time.perf_counter()
            (await client.get(f"{path}?datum={DAY}")).raise_for_status()
            whole[name].append(1000 * (time.perf_counter() - begun))
    head = f"{'page':<12}{'first':>9}{'whole, median':>15}{'whole, p95':>12}{'drawn':>9}"
    print(f"{head}   ms (goals: p95 {WHOLE_P95_MS}, {DRAWN_MS})")
    for name, times in whole.items():
        settled = sorted(times[1:])
        p95 = settled[min(len(settled) * 95 // 100, len(settled) - 1)]
        drawn = "–" if name == "front" else f"{await _drawn(client, name, rounds):.1f}"
        print(f"{name:<12}{times[0]:>9.1f}{statistics.median(settled):>15.1f}{p95:>12.1f}{drawn:>9}")
    print(f"\n{'chart':<16}{'ms':>6}   (goal: {CHART_MS})")
    for name in CHARTS:
        print(f"{name:<16}{await _chart(client, name, rounds):>6.2f}")


async def _drawn(client: httpx.AsyncClient, name: str, rounds: int) -> float:
    """The median time of a page's charts and template."""
    page, path = PAGES[name], PATHS[name]
    asked = Asked(name, Language.SV, DAY, DAY, path.rsplit("/", 1)[1] if "{key}" in PLACES[name].sv else None, {})
    data = (await client.get(f"{path}.json?datum={DAY}")).json()["data"]
    writer = Writer(Assets(STATIC).address, FOLDER / "templates", root="http://bench.test")
    values: Mapping[str, object] = {"turns": {}, "question": "", "choices": page.choices, "offers": page.offers}
    return _median(lambda: writer.page(name, asked, {**values, "data": data, **page.pictures(data, asked)}), rounds)


async def _chart(client: httpx.AsyncClient, name: str, rounds: int) -> float:
    asked = Asked("chart", Language.SV, DAY, DAY, name, {})
    data = (await client.get(f"/statistik/{name}.json?datum={DAY}")).json()["data"]
    return _median(lambda: CHARTS[name].draw(data, asked), rounds)


def _median(work: Callable[[], object], rounds: int) -> float:
    times: list[float] = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
