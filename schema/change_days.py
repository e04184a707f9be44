"""The days between which nothing in the register changes."""

from datetime import date
from typing import Literal

from auktor.core.moment import Moment
from db.engine import rows
from resolvers.change_days import nearest_change_days
from schema.context import Context


async def nearest_change(context: Context, at: Moment, side: Literal["previous", "next"]) -> date | None:
    """The change day nearest `at` on one side; None where there is none."""
    async with context.reading() as connection:
        (found,) = await rows(connection, nearest_change_days(at))
    day: date | None = found[side]
    return day
