"""The program, and its PostgreSQL, killed while they write: nothing acknowledged is lost, and nothing is half done."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from db import migrate
from db.audit_chain import check
from db.engine import Database
from tests import standby
from tests.auktor.program import Program
from tests.auktor.writing import Writer
from tests.db.deeds.office import Office

pytestmark = pytest.mark.proof
KILLS = int(os.environ.get("AUKTOR_TEST_KILLS", "100"))
WRITERS = 4
LONGEST_SECONDS = 0.5
UP_SECONDS = 30
# A supplier without its entry in the log, or an entry without its supplier.
_HALVES = """
    SELECT coalesce(key, subject) FROM (SELECT DISTINCT key FROM supplier JOIN supplier_identity USING (id)
        WHERE name ~ '^[0-9]{6} AB$') AS written
    FULL JOIN (SELECT subject FROM audit_entry WHERE deed = 'register_supplier' AND refused IS NULL) AS logged
        ON subject = 'supplier:' || key
    WHERE key IS NULL OR subject IS NULL"""


def officer(settings: Settings) -> dict[str, str]:
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=36_000)
    return {"authorization": f"Bearer {token}"}


async def require_whole(url: str, acknowledged: set[str], *, from_revision: int = 1) -> None:
    """Everything that was acknowledged is there, each deed with its entry, and the log is whole.

    `from_revision`: what was written before that is the test's own, past the log.
    """
    database = Database(url)
    async with database.reading() as connection:
        names = {row[0] for row in await connection.exec_driver_sql("SELECT name FROM supplier")}
        halves = [row[0] for row in await connection.exec_driver_sql(_HALVES)]
        faults = {each.place for each in (await check(connection)).faults}
    await database.close()
    assert acknowledged - names == set()
    assert halves == []
    assert faults - {f"revision {each}" for each in range(from_revision)} == set()


async def write_until_lost(writer: Writer, client: httpx.AsyncClient) -> None:
    """Write on until the program is gone, or says that its database is."""
    while True:
        try:
            answer = await writer.write(client)
        except httpx.HTTPError:
            return
        if answer.status_code != httpx.codes.OK:
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            return


async def write_whatever_it_takes(writer: Writer, client: httpx.AsyncClient) -> None:
    """The last that was asked for, asked again until it is acknowledged, as a careful client does."""
    until = time.monotonic() + UP_SECONDS
    while (await writer.write_again(client)).status_code != httpx.codes.OK:
        assert time.monotonic() < until
        await asyncio.sleep(0.1)


def writers(settings: Settings) -> list[Writer]:
    """Several who write at once, each suppliers of its own."""
    return [Writer(officer(settings), number=each * 100_000) for each in range(WRITERS)]


def acknowledged(writing: list[Writer]) -> set[str]:
    return {name for each in writing for name in each.acknowledged}


Told = Callable[[str, object], None]


async def test_a_program_that_is_killed_has_lost_nothing_it_acknowledged(tmp_path: Path, record_property: Told) -> None:
    home, chance = tmp_path / "home", random.Random(7)  # noqa: S311 -- the same moments each time
    writing = writers(Settings(home=home))
    for round_ in range(KILLS):
        program = Program(home, AUKTOR_LOG_LEVEL="warning")
        program.wait_until_it_serves()
        async with httpx.AsyncClient(base_url=program.address, timeout=UP_SECONDS) as client:
            if round_:
                await asyncio.gather(*(write_whatever_it_takes(each, client) for each in writing))
            load = asyncio.gather(*(write_until_lost(each, client) for each in writing))
            await asyncio.sleep(chance.uniform(0.05, LONGEST_SECONDS))
            program.process.kill()
            await load
        program.process.wait()
    last = Program(home)
    last.wait_until_it_serves()
    await require_whole((home / "database.url").read_text("utf-8"), acknowledged(writing))
    assert last.end() == 0
    record_property("deeds acknowledged", len(acknowledged(writing)))


async def test_a_postgresql_that_is_killed_has_lost_nothing_that_was_acknowledged(
    tmp_path: Path, record_property: Told
) -> None:
    settings, chance = Settings(home=tmp_path / "home"), random.Random(7)  # noqa: S311 -- as above
    writing = writers(settings)
    with standby.primary(tmp_path / "database", fsync="on") as server:
        await asyncio.to_thread(migrate.upgrade, server.url)
        database = Database(server.url)
        await Office(database).ground()
        await database.close()
        app = create_app(settings, server.url)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://x.test", timeout=UP_SECONDS) as client,
        ):
            for _ in range(KILLS):
                load = asyncio.gather(*(write_until_lost(each, client) for each in writing))
                await asyncio.sleep(chance.uniform(0.05, LONGEST_SECONDS))
                assert server.pid
                os.killpg(server.pid, signal.SIGKILL)
                await load
                await asyncio.to_thread(server.stop)
                await asyncio.to_thread(server.start)
                await asyncio.gather(*(write_whatever_it_takes(each, client) for each in writing))
        await require_whole(server.url, acknowledged(writing), from_revision=2)
    record_property("deeds acknowledged", len(acknowledged(writing)))
