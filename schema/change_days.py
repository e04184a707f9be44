"""The days between which nothing in the register changes."""

from datetime import date
from functools import cache
from typing import Literal

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.written_sql import ParameterMoment, Statement, later, written
from resolvers.change_days import change_days_within, nearest_change_days
from schema.context import Context
from schema.errors import BadPeriod

LONGEST_YEARS = 10


async def nearest_change(context: Context, at: Moment, side: Literal["previous", "next"]) -> date | None:
    """The change day nearest `at` on one side; None where there is none."""

    async def load(sides: list[str]) -> list[date | None]:
        async with context.reading() as connection:
            (found,) = await _nearest(known=at.known_at is not None).rows(connection, at)
        return [found[each] for each in sides]

    day: date | None = await context.loader(("nearest change", at), load).load(side)
    return day


@cache
def _nearest(*, known: bool) -> Statement:
    return written(nearest_change_days(ParameterMoment(known=known)))


async def change_days(context: Context, at: Moment, start: date, end: date) -> list[date]:
    """The change days of a period of at most ten years; BadPeriod for none or a longer one."""
    if end <= start or end.year - start.year > LONGEST_YEARS:
        raise BadPeriod(
            f"{start} to {end} is no period of at most {LONGEST_YEARS} years. "
            "Give the first day as from and the first day after the period as to."
        )
    async with context.reading() as connection:
        found = await _within(known=at.known_at is not None).rows(connection, at, start=start, end=end)
    return [row["day"] for row in found]


@cache
def _within(*, known: bool) -> Statement:
    return written(change_days_within(ParameterMoment(known=known), later("start", sa.Date()), later("end", sa.Date())))
