"""Many more callers than the pool has connections: each is answered or told to come again, and none hangs."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from auktor.asgi import create_app
from auktor.settings import Settings
from db.engine import POOL_SIZE, Database

pytestmark = pytest.mark.proof
CLIENTS = 500
QUESTION = "query ($on: Date!) { register(asOf: $on) { suppliers { totalCount } } }"


@pytest.fixture
async def crowded(
    monkeypatch: pytest.MonkeyPatch, module_database: str, tmp_path: Path
) -> AsyncGenerator[tuple[httpx.AsyncClient, AsyncExitStack], None]:
    """The program with every connection of both pools lent, and the stack that lends them."""
    monkeypatch.setattr("db.wire.TIMEOUT_SECONDS", 0.2)
    monkeypatch.setattr("db.server.POOL_TIMEOUT_SECONDS", 0.2)
    seen: list[Database] = []
    made = Database.__init__

    def remembered(self: Database, *words: object, **named: object) -> None:
        made(self, *words, **named)  # type: ignore[arg-type]
        seen.append(self)

    monkeypatch.setattr(Database, "__init__", remembered)
    app = create_app(Settings(home=tmp_path), module_database)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://x.test") as client,
        AsyncExitStack() as lent,
    ):
        for _ in range(POOL_SIZE):
            await lent.enter_async_context(seen[0].reading())
            await lent.enter_async_context(seen[0].wire.lent(snapshot=False))
        yield client, lent


def lent_now(text: str) -> dict[str, float]:
    families = text_string_to_metric_families(text)
    return {
        each.labels["pool"]: each.value for one in families if one.name == "auktor_pool_lent" for each in one.samples
    }


async def test_500_callers_of_a_pool_of_5_are_told_to_come_again_and_then_answered(
    crowded: tuple[httpx.AsyncClient, AsyncExitStack],
) -> None:
    client, lent = crowded

    async def asked(callers: int) -> Counter[tuple[int, str | None]]:
        # Every one of another day, so that none is answered from memory or joins the answer to another.
        days = [str(date(2026, 1, 1) + timedelta(days=each)) for each in range(callers)]
        questions = [{"query": QUESTION, "variables": {"on": day}} for day in days]
        answers = await asyncio.gather(*(client.post("/graphql", json=each) for each in questions))
        return Counter((each.status_code, each.headers.get("retry-after")) for each in answers)

    async with asyncio.timeout(300):
        assert await asked(CLIENTS) == {(503, "5"): CLIENTS}
        assert lent_now((await client.get("/metrics")).text) == {"write": POOL_SIZE, "plans": POOL_SIZE}
        await lent.aclose()
        # The program's own work, beside its callers, waited for a connection too and has one now.
        while lent_now((await client.get("/metrics")).text) != {"write": 0, "plans": 0}:  # noqa: ASYNC110 -- the gauge tells nobody
            await asyncio.sleep(0.01)
        assert await asked(POOL_SIZE) == {(200, None): POOL_SIZE}
