"""A database that restarts, and one that is lost while a real standby follows it, under load."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from db import migrate
from db.embedded.server import EmbeddedPostgres
from db.engine import Database
from tests import standby
from tests.auktor.writing import Writer
from tests.db.deeds.office import Office

pytestmark = pytest.mark.proof
NUMBERS = "{ suppliers(listed: null, first: 100, orderBy: [{field: NAME, direction: DESC}]) { nodes { name } } }"
READERS = 20
GRACE_SECONDS = 5.0
SECONDS = 60


@dataclass
class Load:
    """Readers and a writer that never pause, and what each was answered, with the moment it was."""

    client: httpx.AsyncClient
    writer: Writer
    reads: list[tuple[float, int, bool]] = field(default_factory=list)
    writes: list[tuple[float, int, str | None]] = field(default_factory=list)
    shown: list[tuple[int, str]] = field(default_factory=list)

    @asynccontextmanager
    async def under_way(self) -> AsyncGenerator[None, None]:
        tasks = [asyncio.create_task(self._read()) for _ in range(READERS)] + [asyncio.create_task(self._write())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    def since(self, moment: float) -> Counter[int]:
        """How many reads ended with each status after a moment."""
        return Counter(status for at, status, _ in self.reads if at > moment)

    def staler_than_said(self) -> list[tuple[int, str]]:
        """The answers that lack a deed which the revision they name holds; names are given in rising order."""
        return [
            (revision, name)
            for revision, name in self.shown
            if any(at <= revision and deed > name for deed, at in self.writer.acknowledged.items())
        ]

    async def _read(self) -> None:
        while True:
            answer = await self.client.get("/graphql", params={"query": NUMBERS})
            said = "register-unconfirmed-since" in answer.headers
            wrong = answer.status_code == 200 and "errors" in answer.json()
            self.reads.append((time.monotonic(), 500 if wrong else answer.status_code, said))
            # Without a number it was read while the primary was coming back, from the primary.
            if answer.status_code == 200 and not wrong and "register-revision" in answer.headers:
                newest = [each["name"] for each in answer.json()["data"]["suppliers"]["nodes"][:1]]
                self.shown.append((int(answer.headers["register-revision"]), "".join(newest)))
            await asyncio.sleep(0.01)

    async def _write(self) -> None:
        while True:
            answer = await self.writer.write(self.client)
            self.writes.append((time.monotonic(), answer.status_code, answer.headers.get("retry-after")))
            await asyncio.sleep(0.02)


@asynccontextmanager
async def loaded(app_on: str, tmp_path: Path, standbys: tuple[str, ...]) -> AsyncGenerator[Load, None]:
    settings = Settings(home=tmp_path / "home", read_database_urls=standbys)
    app = create_app(settings, app_on)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=3600)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://x.test", timeout=SECONDS) as client,
    ):
        load = Load(client, Writer({"authorization": f"Bearer {token}"}))
        async with load.under_way():
            yield load


async def ground(url: str) -> None:
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    await Office(database).ground()
    await database.close()


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(SECONDS):
        while not await true():  # noqa: ASYNC110 -- what it waits for happens in PostgreSQL
            await asyncio.sleep(0.05)


async def written(load: Load, more: int) -> None:
    """Wait for some more acknowledged deeds."""
    wanted = len(load.writer.acknowledged) + more

    async def reached() -> bool:
        return len(load.writer.acknowledged) >= wanted

    await until(reached)


async def held(server: EmbeddedPostgres) -> set[str]:
    """The names of the suppliers that a database holds."""
    return set(str(await standby.told(server, "SELECT string_agg(name, ';') FROM supplier")).split(";"))


async def test_a_database_that_restarts_is_answered_for_with_503_and_then_as_before(tmp_path: Path) -> None:
    with standby.primary(tmp_path / "database") as server:
        await ground(server.url)
        async with loaded(server.url, tmp_path, ()) as load:
            await written(load, 10)
            await asyncio.to_thread(server.stop)
            await asyncio.sleep(1)
            await asyncio.to_thread(server.start)
            up = time.monotonic()
            await written(load, 10)
            await asyncio.sleep(GRACE_SECONDS + 2)
        assert load.since(0).keys() <= {200, 503}
        assert load.since(up + GRACE_SECONDS).keys() == {200}
        assert load.staler_than_said() == []
        assert {status for _, status, _ in load.writes} <= {200, 503}
        assert {after for _, status, after in load.writes if status == 503} == {"5"}
        assert set(load.writer.acknowledged) <= await held(server)


async def test_where_the_primary_is_lost_reads_go_on_from_the_standby_and_writes_when_it_leads(tmp_path: Path) -> None:
    with standby.primary(tmp_path / "primary") as leader:
        await ground(leader.url)
        with standby.following(leader, tmp_path / "standby") as follower:
            async with loaded(standby.both(leader, follower), tmp_path, (follower.url,)) as load:
                await written(load, 10)
                before = set(load.writer.acknowledged)
                await until(lambda: holds(follower, before))
                assert leader.pid
                os.kill(leader.pid, signal.SIGKILL)
                lost = time.monotonic()
                await asyncio.sleep(GRACE_SECONDS + 5)
                silent = [(status, said) for at, status, said in load.reads if at > lost + GRACE_SECONDS]
                refused = [each for each in load.writes if each[0] > lost + 1]
                await standby.told(follower, "SELECT pg_promote(true, 30)")
                await written(load, 10)
            assert load.since(0).keys() <= {200, 503}
            assert set(silent) == {(200, True)}
            assert {(status, after) for _, status, after in refused} == {(503, "5")}
            assert load.staler_than_said() == []
            assert before <= await held(follower)


async def test_who_has_written_reads_it_while_a_real_standby_holds_back(tmp_path: Path) -> None:
    with standby.primary(tmp_path / "primary") as leader:
        await ground(leader.url)
        with standby.following(leader, tmp_path / "standby") as follower:
            await standby.told(follower, "SELECT pg_wal_replay_pause()")
            async with loaded(leader.url, tmp_path, (follower.url,)) as load:
                await written(load, 3)
                names = [each["name"] for each in await _names(load, load.writer.headers)]
                first = set(list(load.writer.acknowledged)[:3])
                assert first <= set(names)
                assert await _names(load, {}) == []
                moment = f'register(knownAt: "{datetime.now(UTC).isoformat()}") {NUMBERS}'
                answer = await load.client.post("/graphql", json={"query": f"{{ {moment} }}"})
                known = {each["name"] for each in answer.json()["data"]["register"]["suppliers"]["nodes"]}
                assert first <= known
                await until(lambda: lags(load))
                await standby.told(follower, "SELECT pg_wal_replay_resume()")
                await until(lambda: holds(follower, first))
                assert len(await _names(load, {})) >= 3


async def holds(server: EmbeddedPostgres, names: set[str]) -> bool:
    return names <= await held(server)


async def lags(load: Load) -> bool:
    """Whether the program has seen that its standby is behind."""
    told = (await load.client.get("/readyz")).json()
    return bool(told["standbys"][0]["lag_seconds"] > 0)


async def _names(load: Load, headers: dict[str, str]) -> list[dict[str, str]]:
    answer = await load.client.get("/graphql", params={"query": NUMBERS}, headers=headers)
    nodes: list[dict[str, str]] = answer.json()["data"]["suppliers"]["nodes"]
    return nodes
