"""What the heaviest pages ask of the database: how many statements, how many blocks, and no SQL written twice."""

from collections.abc import AsyncGenerator
from datetime import date

import orjson
import pytest

from auktor.core.moment import Moment
from auktor.core.vocabulary import Language
from auktor.site.addresses import Asked
from auktor.site.catalogue import PAGES
from auktor.site.questions import Questions
from db import models, written_sql
from db.engine import Database
from db.visibility import ANYONE
from resolvers import statistics
from schema.answering import Executor
from schema.comparison import _differing
from schema.schema import SCHEMA
from schema.statistics import _statement

DAY, OTHER_DAY = date(2026, 11, 24), date(2026, 10, 23)
AT = Moment(DAY)
MOST_STATEMENTS = {"statistics": 14, "compare": 28}
"""With those that begin and end what is read: one for each statistic or kind of object, and for each list."""


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
async def database(register_database: str, told: list[str]) -> AsyncGenerator[Database, None]:
    database = Database(register_database, on_statement=lambda text, _seconds: told.append(text))
    yield database
    await database.close()


async def visit(database: Database, page: str, day: date) -> None:
    asked = Asked(page, Language.SV, day, DAY, None, {})
    await Questions(Executor(SCHEMA), database).ask(page, PAGES[page].question(asked))


@pytest.mark.parametrize("page", MOST_STATEMENTS)
async def test_a_page_asks_no_more_statements_than_it_shows_lists(
    database: Database, told: list[str], page: str
) -> None:
    await visit(database, page, DAY)
    told.clear()
    await visit(database, page, DAY)
    assert 5 < len(told) <= MOST_STATEMENTS[page], "\n".join(told)


@pytest.mark.parametrize("page", MOST_STATEMENTS)
async def test_another_day_is_asked_for_in_the_same_words(database: Database, told: list[str], page: str) -> None:
    await visit(database, page, DAY)
    first = set(told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written_sql.sa.Select, "compile", None)
        await visit(database, page, OTHER_DAY)
    assert set(told) == first


@pytest.mark.parametrize(
    ("statement", "values", "most_blocks"),
    [
        (_statement(statistics.obliged_agencies, (("examples", False),), known=False), {"end": OTHER_DAY}, 2_000),
        (_statement(statistics.obligations, (), known=False), {}, 5_000),
        (_differing(models.PublicActor, ANYONE, known=False), {"day": date(2025, 11, 24), "most": 5001}, 8_000),
    ],
    ids=["obliged agencies by month", "obligations on a day", "actors on two days"],
)
async def test_an_obligation_is_read_a_few_blocks_an_actor(
    database: Database, statement: written_sql.Statement, values: dict[str, object], most_blocks: int
) -> None:
    given = {"as_of": AT.as_of, "start": date(2024, 1, 1), **values}
    sql = f"EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT JSON) {statement.sql}"
    async with database.wire.lent(snapshot=False) as connection:
        (explained,) = orjson.loads(await connection.fetchval(sql, *statement.arguments(given)))
    assert 50 < explained["Plan"]["Shared Hit Blocks"] + explained["Plan"]["Shared Read Blocks"] <= most_blocks
