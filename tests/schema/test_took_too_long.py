"""A question that the database takes too long with is given up, and says what to do."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime

import asyncpg
import pytest

from db.engine import Database
from schema.answering import Executor, Question, RequestError
from schema.context import Context
from schema.schema import SCHEMA

EXECUTOR = Executor(SCHEMA)


@pytest.fixture
async def locked(fresh_database: str) -> AsyncGenerator[Context, None]:
    """A register whose suppliers cannot be read, and that is given up after 50 ms."""
    holder = await asyncpg.connect(fresh_database.replace("+asyncpg", ""))
    database = Database(fresh_database, statement_seconds=0.05)
    async with holder.transaction():
        await holder.execute("LOCK TABLE supplier IN ACCESS EXCLUSIVE MODE")
        yield Context(database, datetime.now(UTC))
    await database.close()
    await holder.close()


async def test_what_takes_too_long_is_refused_once_and_with_what_to_do(locked: Context) -> None:
    with pytest.raises(RequestError) as refused:
        await EXECUTOR.answer(Question("{ asOf suppliers { nodes { key } } }"), locked)
    (error,) = refused.value.errors
    assert error["extensions"] == {"code": "TOOK_TOO_LONG"}
    assert "Narrow it" in error["message"]


async def test_a_part_that_takes_too_long_says_so_in_its_place(locked: Context) -> None:
    question = Question("{ asOf ... @defer { suppliers { nodes { key } } } }")
    first, last = [part.as_json() async for part in EXECUTOR.parts(question, locked)]
    assert "asOf" in str(first["data"])
    (error,) = last["completed"][0]["errors"]  # type: ignore[index]
    assert (error["extensions"]["code"], error["path"]) == ("TOOK_TOO_LONG", ["suppliers", "nodes"])
