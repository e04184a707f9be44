"""Two editions compared: all that differs, and nothing that does not leave the database."""

from collections.abc import AsyncGenerator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from auktor.core.moment import Moment
from db.engine import Database, rows
from db.select import described
from db.visibility import ANYONE
from resolvers.difference import COMPARED, differences, differing
from schema.context import Context
from schema.schema import execute

DAYS = (date(2025, 12, 31), date(2026, 11, 24))
EDITION = """
    INSERT INTO edition (
        number, publisher, schema_version, manifest_sha256, content_sha256, as_of, known_at, issued, next_update,
        revision, files
    )
    SELECT :number, '{}', '1.0', repeat('0', 64), repeat('1', 64), :day, recorded_at, recorded_at, recorded_at,
        number, '[]'
    FROM revision
"""
DIFF = """{ diff(fromEdition: 1, toEdition: 2) { objects { kind key change facts { name old new } } } }"""


@pytest.fixture
async def database(fresh_register: str) -> AsyncGenerator[Database, None]:
    database = Database(fresh_register)
    async with database.writing() as connection:
        for number, day in enumerate(DAYS, 1):
            await connection.execute(sa.text(EDITION), {"number": number, "day": day})
    yield database
    await database.close()


async def test_a_difference_is_that_of_the_two_whole_registers(database: Database) -> None:
    answer: Any = (await execute(DIFF, Context(database, datetime.now(UTC)))).data
    told = [(each["kind"], each["key"], each["change"]) for each in answer["diff"]["objects"]]
    async with database.reading() as connection:
        (known,) = await rows(connection, sa.text("SELECT recorded_at FROM revision"))
        before, after = (Moment(day, known["recorded_at"]) for day in DAYS)
        whole = [
            (model.noun.table, each.key, str(each.change))
            for model in COMPARED
            for each in differences(
                model,
                await rows(connection, described(model, before)),
                await rows(connection, described(model, after)),
            )
        ]
        read = [len(await rows(connection, differing(model, before, after, ANYONE))) for model in COMPARED]
    assert told == whole
    assert len(told) == sum(read)
    assert ("supplier", "finansiell-id-teknik", "CHANGED") in told


async def test_more_than_can_be_told_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schema.diff.MOST_OBJECTS", 10)
    answer = await execute(DIFF, Context(database, datetime.now(UTC)))
    assert answer.errors[0].original_error.code == "TOO_DIFFERENT"
