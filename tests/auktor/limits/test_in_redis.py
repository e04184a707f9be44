"""Processes agree on points through a Redis where one is set, as they do through the database."""

import asyncio
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Generator

import pytest

from auktor.limits import OutOfPoints, Points, Rates, agreeing, ledger_of
from auktor.limits.agreement import agree
from auktor.limits.in_redis import InRedis
from auktor.limits.ledgers import InDatabase, LedgerAway
from auktor.settings import BadSetting, Settings
from db.engine import Database
from db.points import Told
from tests.auktor.program import free_port

CLIENT, OTHER = b"\x00\r\nclient", b"other"
REDIS = shutil.which("redis-server")

pytestmark = pytest.mark.skipif(
    REDIS is None and os.environ.get("CI") != "true", reason="redis-server is not installed; CI must have it"
)


def points() -> Points:
    return Points(Rates(60, 600), clock=lambda: 0.0)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Generator[str, None, None]:
    """Where a Redis of these tests alone listens, which keeps nothing on disk."""
    assert REDIS, "redis-server is not installed"
    port = free_port()
    words = [REDIS, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    with subprocess.Popen(words, cwd=tmp_path_factory.mktemp("redis"), stdout=subprocess.PIPE) as process:
        assert process.stdout
        for line in process.stdout:
            if b"Ready to accept connections" in line:
                break
        yield f"redis://127.0.0.1:{port}/0"
        process.kill()


async def test_two_processes_agree_on_what_clients_have_spent(address: str) -> None:
    ledgers, processes = (InRedis(address), InRedis(address)), (points(), points())
    for each, spent in zip(processes, (40, 15), strict=True):
        each.charge(CLIENT, spent)
        each.charge(OTHER, 1)
    assert [await agree(each, ledger) for each, ledger in zip(processes, ledgers, strict=True)] == [2, 2]
    with pytest.raises(OutOfPoints):
        processes[1].charge(CLIENT, 15)
    processes[1].charge(OTHER, 50)
    for ledger in ledgers:
        await ledger.close()


async def test_a_client_is_given_back_by_the_clock_of_redis(address: str) -> None:
    ledger, client = InRedis(address), b"rests"
    assert await ledger.tell([Told(client, 50, 1e6)]) == {client: 50}
    assert (await ledger.tell([Told(client, 7, 1e6)]))[client] == 7  # all of the fifty came back meanwhile
    await ledger.close()


async def test_while_nobody_answers_each_process_counts_alone(caplog: pytest.LogCaptureFixture) -> None:
    ledger, ours = InRedis(f"redis://:hemligt@127.0.0.1:{free_port()}/0"), points()
    ours.charge(CLIENT, 40)
    with pytest.raises(LedgerAway) as refused:
        await agree(ours, ledger)
    assert "hemligt" not in str(refused.value)
    ours.charge(OTHER, 1)
    with caplog.at_level(logging.WARNING):
        async with agreeing(ours, ledger, every_seconds=0.01):
            while "counted by each process alone" not in caplog.text:  # noqa: ASYNC110 -- the log says it in no other way
                await asyncio.sleep(0.01)
    with pytest.raises(OutOfPoints):
        ours.charge(CLIENT, 30)


def test_the_ledger_is_the_one_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database("postgresql+asyncpg://nobody@127.0.0.1:1/nowhere")
    assert isinstance(ledger_of(Settings(), database), InDatabase)
    set_so = Settings(redis_url="redis://127.0.0.1:6379/0")
    assert isinstance(ledger_of(set_so, database), InRedis)
    monkeypatch.setitem(sys.modules, "auktor.limits.in_redis", None)
    with pytest.raises(BadSetting, match=r"Install auktor\[redis\]"):
        ledger_of(set_so, database)
