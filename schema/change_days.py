"""The days between which nothing in the register changes."""

from datetime import date
from typing import Literal

from auktor.core.moment import Moment
from db.engine import rows
from resolvers.change_days import change_days_within, nearest_change_days
from schema.context import Context
from schema.errors import BadPeriod

LONGEST_YEARS = 10


async def nearest_change(context: Context, at: Moment, side: Literal["previous", "next"]) -> date | None:
    """The change day nearest `at` on one side; None where there is none."""
    async with context.reading() as connection:
        (found,) = await rows(connection, nearest_change_days(at))
    day: date | None = found[side]
    return day


async def change_days(context: Context, at: Moment, start: date, end: date) -> list[date]:
    """The change days of a period of at most ten years; BadPeriod for none or a longer one."""
    if end <= start or end.year - start.year > LONGEST_YEARS:
        raise BadPeriod(
            f"{start} to {end} is no period of at most {LONGEST_YEARS} years. "
            "Give the first day as from and the first day after the period as to."
        )
    async with context.reading() as connection:
        found = await rows(connection, change_days_within(at, start, end))
    return [row["day"] for row in found]
