"""Reading outside declared fields: the root questions that are no list, such as one supplier by its number."""

from collections.abc import Sequence

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.facts import Fact
from db.select import identity
from resolvers.batch import Batch
from resolvers.reading import Listing, read_rows
from schema.context import Context
from schema.record import Record


async def find(context: Context, batch: Batch, at: Moment, listing: Listing | None = None) -> Sequence[Record]:
    """Every row of a root batch, in its noun's order."""
    async with context.reading() as connection:
        found = await read_rows(connection, batch, at, context.viewer, listing)
    return [Record(batch.model, row, at) for slices in found.values() for row in slices.rows]


async def first(context: Context, model: type[Fact], at: Moment, *where: sa.ColumnElement[bool]) -> Record | None:
    """The one object that meets the conditions; None where there is none."""
    found = await find(context, Batch(model, where), at)
    return found[0] if found else None


async def named(context: Context, model: type[Fact], at: Moment, name: str, value: str | int) -> Record | None:
    """The object whose `key` or `id` is `value`; asks of one request are gathered into one statement."""

    async def load(values: list[str | int]) -> list[Record | None]:
        found = await find(context, Batch(model, (identity(model).c[name].in_(values),)), at)
        by_value = {record[name]: record for record in found}
        return [by_value.get(each) for each in values]

    answer: Record | None = await context.loader((name, model, at), load).load(value)
    return answer
