"""Being told when the register moves: believed while a connection listens, asked each time where none does."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import asyncpg
import pytest

from auktor.kept import NotifiedState
from db.revision import State, StateReader

SECONDS = 10


@asynccontextmanager
async def told(url: str) -> AsyncGenerator[NotifiedState, None]:
    reader = StateReader(url)
    state = NotifiedState(reader.read, url)
    async with asyncio.timeout(3 * SECONDS), state.kept_current():
        await until(lambda: state.listening)
        yield state
    await reader.close()


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not true():  # noqa: ASYNC110 -- what it waits for happens in PostgreSQL
            await asyncio.sleep(0.01)


async def now(state: NotifiedState) -> State:
    """The state as whoever answers has it."""
    return state.known or await state.read()


async def move(url: str) -> int:
    connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
    try:
        return int(await connection.fetchval("SELECT number FROM begin_revision()"))
    finally:
        await connection.close()


async def deafen(url: str) -> None:
    connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
    listeners = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE"
    )
    await connection.fetch(f"{listeners} '%LISTEN%' AND pid <> pg_backend_pid() OR query = 'SELECT 1'")
    await connection.close()


async def test_what_is_known_is_believed_until_the_register_moves(fresh_database: str) -> None:
    async with told(fresh_database) as state:
        before = (await now(state)).revision
        reads = state.reads
        assert (await now(state)).revision == before
        assert state.reads == reads
        moved = await move(fresh_database)
        await until(lambda: state.known is None)
        assert (await now(state)).revision == moved


async def test_while_nobody_listens_each_answer_asks(fresh_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auktor.kept.listening.PULSE_SECONDS", 0.1)
    async with told(fresh_database) as state:
        await now(state)
        await deafen(fresh_database)
        await until(lambda: not state.listening)
        monkeypatch.setattr("auktor.kept.listening.PULSE_SECONDS", 1.0)
        moved = await move(fresh_database)
        assert (await now(state)).revision == moved
        await until(lambda: state.listening)
        await now(state)
        reads = state.reads
        await now(state)
        assert state.reads == reads
