"""The ledger of volumes says at every time what the volumes themselves say."""

from collections.abc import AsyncGenerator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from auktor.core.moment import Moment
from auktor.core.vocabulary import PublicActorCategory
from db.models import PublicActor
from db.write import RevisionStamp, begin, record
from resolvers.volumes import volumes_by_category, volumes_by_month

# ruff: noqa: S608 -- the statements are our own words

CELL = "month, service_id, item, status, provenance, c.category"
LEDGER = f"""
    SELECT {CELL}, sum(actors), sum(quantity) FROM volume_sum AS c GROUP BY {CELL} HAVING sum(actors) <> 0
"""
VOLUMES = f"""
    SELECT {CELL}, count(DISTINCT actor_id), sum(quantity) FROM monthly_volume
    JOIN (
        SELECT DISTINCT ON (id) id, category FROM public_actor WHERE recorded_to IS NULL ORDER BY id, valid_from DESC
    ) AS c ON c.id = actor_id
    WHERE recorded_to IS NULL GROUP BY {CELL}
"""
TODAY = Moment(date(2026, 11, 24))


@pytest.fixture
async def engine(fresh_register: str) -> AsyncGenerator[AsyncEngine, None]:
    engine = create_async_engine(fresh_register, poolclass=sa.NullPool)
    yield engine
    await engine.dispose()


async def rows(connection: AsyncConnection, sql: str) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in await connection.execute(sa.text(sql))}


async def correct_volumes(connection: AsyncConnection, stamp: RevisionStamp) -> None:
    """Take back the volumes of one actor and month, and record half of them anew."""
    taken = "actor_id = (SELECT id FROM public_actor_identity WHERE key = 'exempelverket') AND month = '2025-03-01'"
    await connection.execute(
        sa.text(f"UPDATE monthly_volume SET recorded_to = :at WHERE {taken}"),
        {"at": stamp.recorded_at},
    )
    await connection.execute(
        sa.text(
            "INSERT INTO monthly_volume (actor_id, service_id, item, month, quantity, status, provenance, reference, "
            "recorded_from, revision) SELECT actor_id, service_id, item, month, quantity / 2, 'FINAL', provenance, "
            f"'a correction', :at, :number FROM monthly_volume WHERE {taken} AND item = 'SIGNATURE'"
        ),
        {"at": stamp.recorded_at, "number": stamp.number},
    )


async def test_what_is_added_corrected_or_moved_is_so_in_the_sums(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        first = await rows(connection, LEDGER)
        assert first == await rows(connection, VOLUMES)
        assert len(first) > 1000
        before = await known(connection, datetime.now(UTC))
    async with engine.begin() as connection:
        await correct_volumes(connection, await begin(connection))
        corrected = await rows(connection, LEDGER)
        assert corrected == await rows(connection, VOLUMES)
    async with engine.begin() as connection:
        stamp, moved = await begin(connection), {"category": PublicActorCategory.REGION}
        await record(connection, stamp, PublicActor, "exempelkommunen", moved, valid_from=date(2026, 5, 1))
        assert await rows(connection, LEDGER) == await rows(connection, VOLUMES) != corrected
    async with engine.begin() as connection:
        assert await known(connection, before[0]) == before


async def known(connection: AsyncConnection, at: datetime) -> tuple[datetime, list[Any]]:
    """The sums by category as the register knew them at a time."""
    found = volumes_by_category(Moment(TODAY.as_of, at))
    return at, [tuple(row) for row in await connection.execute(sa.select(found).order_by(*found.c))]


async def test_nothing_untold_can_be_worked_out_from_the_sums_that_are_told(engine: AsyncEngine) -> None:
    names = ("month", "service_key", "item", "status", "provenance")
    async with engine.begin() as connection:
        whole = {
            tuple(row[name] for name in names): row
            for row in (await connection.execute(sa.select(volumes_by_month(TODAY)))).mappings()
        }
        parts: dict[Any, list[Any]] = {}
        for row in (await connection.execute(sa.select(volumes_by_category(TODAY)))).mappings():
            parts.setdefault(tuple(row[name] for name in names), []).append(row)
    for cell, each_of in parts.items():
        untold = [each["actors"] for each in each_of if each["quantity"] is None]
        assert not 0 < sum(untold) < 3 or whole[cell]["quantity"] is None, cell
        assert all(each["actors"] >= 3 for each in each_of if each["quantity"] is not None), cell
        assert sum(each["actors"] for each in each_of) == whole[cell]["actors"]
    assert any(each["quantity"] is not None for each_of in parts.values() for each in each_of)
