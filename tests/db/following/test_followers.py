"""Every follower gets every row it may see once and in order, whatever becomes of the word that there is one."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import date

import pytest
import sqlalchemy as sa

from auktor.core.roles import Role
from db.engine import Database, rows
from db.following import Followers, Log, News
from db.models import Application
from db.visibility import ANYONE, Viewer
from tests.publish.small_register import FIRST, SMALL, actor, describe, supplier

LONG = 1_000.0


@pytest.fixture
async def database(module_database: str) -> AsyncGenerator[Database, None]:
    database = Database(module_database)
    yield database
    await database.close()


async def keys(followers: Followers, viewer: Viewer, count: int, after: int | None = 0) -> list[str]:
    """The keys of the next changes that a viewer sees."""
    async with aclosing(followers.follow(Log.CHANGES, viewer, after)) as found:
        return [(await asyncio.wait_for(anext(found), 20))["key"] for _ in range(count)]


async def newest(database: Database) -> int:
    async with database.reading() as connection:
        return int((await rows(connection, sa.text("SELECT coalesce(max(sequence), 0) AS n FROM change")))[0]["n"])


async def begun(followers: Followers, count: int, after: int) -> list[asyncio.Task[list[str]]]:
    tasks = [asyncio.create_task(keys(followers, ANYONE, 1, after)) for _ in range(count)]
    await asyncio.sleep(0.3)
    return tasks


async def test_what_is_written_is_heard_at_once_and_read_once_for_all(database: Database) -> None:
    followers = Followers(database, News(database, database.url, hearing_seconds=LONG))
    waiting = await begun(followers, 200, await newest(database))
    before = followers.reads
    await describe(database, actor("heard", "Heard", "MUNICIPALITY"))
    assert await asyncio.gather(*waiting) == [["heard"]] * 200
    assert followers.reads - before == 1
    await followers.close()


@pytest.mark.parametrize("listens", [False, True], ids=["cannot listen", "loses its connection"])
async def test_what_cannot_be_heard_is_looked_for(database: Database, *, listens: bool) -> None:
    news = News(database, database.url if listens else None, hearing_seconds=LONG, deaf_seconds=0.1)
    followers = Followers(database, news)
    waiting = await begun(followers, 1, await newest(database))
    if listens:
        assert news.hears
        async with database.writing() as connection:
            listening = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
            await connection.exec_driver_sql(f"{listening} AND datname = current_database()")
    await describe(database, actor(f"unheard-{listens}", "Unheard", "MUNICIPALITY"))
    assert await asyncio.gather(*waiting) == [[f"unheard-{listens}"]]
    await followers.close()


async def test_hundreds_of_changes_written_meanwhile_come_each_once_and_in_order(database: Database) -> None:
    followers = Followers(database, News(database, database.url))
    after = await newest(database)
    reading = asyncio.create_task(keys(followers, ANYONE, 240, after))
    for revision in range(2):
        await describe(database, *(actor(f"many-{revision}-{n}", "M", "MUNICIPALITY") for n in range(120)))
    assert await reading == [f"many-{revision}-{n}" for revision in range(2) for n in range(120)]
    await followers.close()


async def test_each_follower_hears_of_what_it_may_see_and_of_nothing_else(database: Database) -> None:
    await describe(database, *SMALL[:2])
    after = await newest(database)
    applied = {"case_number": "1", "supplier_id": "applicant", "system": "E_IDENTIFICATION", "status": "RECEIVED"}
    await describe(
        database,
        supplier("applicant", "Applicant AB", "556000-0191"),
        (Application, "application-1", {**applied, "received_on": date(2026, 2, 2)}, FIRST),
        actor("open", "Open", "MUNICIPALITY"),
    )
    followers = Followers(database, News(database, database.url))
    assert await keys(followers, ANYONE, 1, after) == ["open"]
    assert await keys(followers, Viewer(Role.SUPPLIER, "applicant", "s"), 1, after) != ["application-1"]
    auditor = Viewer(Role.AUDITOR, None, "a")
    assert await keys(followers, auditor, 3, after) == ["applicant", "application-1", "open"]
    await followers.close()


async def test_a_follower_waits_for_a_database_that_is_away_and_misses_nothing(database: Database) -> None:
    followers = Followers(database, News(database, database.url, deaf_seconds=0.1))
    waiting = await begun(followers, 1, await newest(database))
    lent = database.reading
    database.reading = unavailable  # type: ignore[method-assign, assignment]
    await describe(database, actor("away", "Away", "MUNICIPALITY"))
    await asyncio.sleep(0.3)
    database.reading = lent  # type: ignore[method-assign]
    assert await asyncio.gather(*waiting) == [["away"]]
    await followers.close()


def unavailable() -> None:
    message = "away"
    raise OSError(message)
