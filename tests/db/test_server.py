"""Connections that are lent: one that ends says that the database is gone for now, and every one is closed at last."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa

from db.engine import Database, DatabaseGone
from db.revision import StateReader
from db.server import STATEMENTS_COMPILED
from db.wire import STATEMENTS_PREPARED


async def whole(database: Database) -> bool:
    async with database.reading() as connection:
        return bool((await connection.exec_driver_sql("SELECT true")).scalar_one())


async def test_a_server_that_ends_the_connection_is_gone_for_now(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    with pytest.raises(DatabaseGone):
        async with database.reading() as connection:
            await connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    assert await whole(database)
    await database.close()


async def test_what_cannot_be_written_to_is_gone_for_now(module_database: str) -> None:
    database = Database(module_database, pool_size=1)

    async def write() -> None:
        async with database.writing() as connection:
            await connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            await connection.exec_driver_sql("SELECT number FROM begin_revision()")

    with pytest.raises(DatabaseGone):
        await write()
    assert await whole(database)
    await database.close()


async def test_sql_of_ever_new_shapes_is_remembered_by_its_newest(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    async with database.reading() as connection:
        for number in range(2 * STATEMENTS_COMPILED):
            await connection.execute(sa.select(sa.literal_column("1").label(f"column_{number}")))
        compiled: Any = connection.sync_connection.engine._compiled_cache
        assert STATEMENTS_COMPILED <= len(compiled) <= 1.5 * STATEMENTS_COMPILED
    await database.close()


async def test_what_a_connection_of_sqlalchemys_has_prepared_is_its_newest(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    async with database.reading() as connection:
        for number in range(2 * STATEMENTS_COMPILED):
            await connection.exec_driver_sql(f"SELECT {number}")
        held = await connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql")
        assert held.scalar_one() <= 1.5 * STATEMENTS_COMPILED + 1  # it forgets them by halves
    await database.close()


async def test_what_a_connection_has_prepared_is_its_newest(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    async with database.wire.lent(snapshot=False) as connection:
        for number in range(2 * STATEMENTS_PREPARED):
            await connection.fetch(f"SELECT {number}")
        held = await connection.fetchval("SELECT count(*) FROM pg_prepared_statements WHERE NOT from_sql")
    assert held <= STATEMENTS_PREPARED + 1
    await database.close()


async def test_a_connection_let_go_of_in_the_middle_is_not_lent_again(module_database: str) -> None:
    database, numbers = Database(module_database, pool_size=1), []

    async def let_go() -> None:
        async with database.reading() as connection:
            numbers.append((await connection.exec_driver_sql("SELECT pg_backend_pid()")).scalar_one())
            raise asyncpg.InternalClientError

    for _ in range(2):
        with pytest.raises(DatabaseGone):
            await let_go()
    assert numbers[0] != numbers[1]
    await database.close()


async def test_a_connection_that_something_still_reads_from_is_not_lent_again(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    async with database.reading() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        statement = await raw.prepare("SELECT pg_sleep(60)")
        reading = asyncio.create_task(statement.fetchval())
        await asyncio.sleep(0)
    assert await whole(database)
    await asyncio.gather(reading, return_exceptions=True)
    assert reading.cancelled() or reading.exception()
    await database.close()


async def test_the_state_is_read_over_another_connection_when_one_takes_nothing_more(
    module_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_words: object) -> None:
        raise asyncpg.InternalClientError

    reader = StateReader(module_database)
    before = await reader.read()
    with monkeypatch.context() as patch:
        patch.setattr(asyncpg.Connection, "fetchrow", refuse)
        with pytest.raises(DatabaseGone):
            await reader.read()
    assert await reader.read() == before
    await reader.close()


async def test_every_connection_that_was_lent_is_closed_with_the_server(module_database: str) -> None:
    database = Database(module_database, pool_size=3)
    async with AsyncExitStack() as lent:
        connections = [await lent.enter_async_context(database.wire.lent(snapshot=False)) for _ in range(3)]
    assert [each.is_closed() for each in connections] == [False] * 3
    await database.close()
    assert [each.is_closed() for each in connections] == [True] * 3


async def test_a_connection_for_plans_that_comes_back_after_the_end_is_closed(module_database: str) -> None:
    database = Database(module_database)
    async with database.wire.lent(snapshot=False) as connection:
        await database.close()
        assert not connection.is_closed()
    assert connection.is_closed()


async def test_what_is_lent_while_the_server_closes_is_waited_for_and_closed(module_database: str) -> None:
    database, begun, free = Database(module_database, pool_size=1), asyncio.Event(), asyncio.Event()

    async def read() -> Any:  # noqa: ANN401 -- asyncpg's own connection
        async with database.reading() as connection:
            begun.set()
            await free.wait()
            await connection.exec_driver_sql("SELECT true")
            return (await connection.get_raw_connection()).driver_connection

    reading = asyncio.create_task(read())
    await begun.wait()
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    free.set()
    await closing
    assert (await reading).is_closed()


async def test_a_reader_that_goes_away_while_the_server_closes_leaves_its_connection_closed(
    module_database: str,
) -> None:
    database, begun, raw = Database(module_database, pool_size=1), asyncio.Event(), list[Any]()

    async def read() -> None:
        async with database.reading() as connection:
            raw.append((await connection.get_raw_connection()).driver_connection)
            begun.set()
            await asyncio.Event().wait()

    reading = asyncio.create_task(read())
    await begun.wait()
    reading.cancel()
    await asyncio.sleep(0)
    reading.cancel()  # again, while it gives the connection back
    await database.close()
    assert reading.cancelled()
    assert raw[0].is_closed()


async def test_a_server_that_is_closed_lends_nothing_more(module_database: str) -> None:
    database = Database(module_database, pool_size=1)
    assert await whole(database)
    await database.close()
    with pytest.raises(DatabaseGone, match="The program ends"):
        await whole(database)


async def test_a_connection_plans_as_it_is_asked_and_no_more_of_them_are_made(module_database: str) -> None:
    wire = Database(module_database, pool_size=2).wire

    async def told(*, general: bool) -> tuple[int, str]:
        async with wire.lent(snapshot=False, general=general) as connection:
            row = await connection.fetchrow("SELECT pg_backend_pid(), current_setting('plan_cache_mode')")
            return row[0], row[1]

    by_values, general = await told(general=False), await told(general=True)
    assert (by_values[1], general[1]) == ("auto", "force_generic_plan")
    assert [await told(general=False), await told(general=True)] == [by_values, general]
    async with wire.lent(snapshot=False) as held:
        assert await told(general=False) == (general[0], "auto")
        assert held.get_server_pid() == by_values[0]
    await wire.close()
