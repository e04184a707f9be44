"""Reading outside declared fields: the root questions that are no list, such as one supplier by its number."""

from collections.abc import Sequence
from functools import lru_cache

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.facts import Fact, table_of
from db.select import identity
from db.visibility import Viewer
from db.written_sql import ParameterMoment, Statement, later, written
from resolvers.batch import PARENTS, Batch, among
from resolvers.reading import Listing, page_select, read_rows
from schema.context import Context
from schema.record import Record

REMEMBERED = 500


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
    """The object whose `key`, `id` or fact `name` is `value`; asks of one request are gathered into one statement.

    A fact must name one object at most.
    """

    async def load(values: list[str | int]) -> list[Record | None]:
        statement = _named(model, name, context.viewer, known=at.known_at is not None)  # pyright: ignore[reportArgumentType] -- a class is hashable
        async with context.reading() as connection:
            found = await statement.rows(connection, at, parents=values)
        by_value = {row[name]: Record(model, row, at) for row in found}
        return [by_value.get(each) for each in values]

    answer: Record | None = await context.loader((name, model, at), load).load(value)
    return answer


@lru_cache(REMEMBERED)
def _named(model: type[Fact], name: str, viewer: Viewer, *, known: bool) -> Statement:
    """The objects that any of several values names."""
    at, column = ParameterMoment(known=known), (identity(model) if name in {"key", "id"} else table_of(model)).c[name]
    return written(page_select(Batch(model, (among(column, later(PARENTS)),)), at, viewer, Listing()))
