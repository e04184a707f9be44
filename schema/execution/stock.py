"""Declared fields under stock graphql-core: every ask of one field in one request is gathered into one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auktor.core.moment import Moment
from resolvers.aggregates import Grouping
from resolvers.batch import Batch
from resolvers.conditions import Wanted
from resolvers.keyset import Term
from resolvers.reading import Listing, Row, Slice, count_rows, read_rows, slice_of, terms_of
from schema.context import Context
from schema.declarations import Found, Listed, Relation
from schema.execution.asking import parted
from schema.execution.statements import Own, groups_statement
from schema.node import Edge, PageInfo
from schema.paging import cursor_of
from schema.record import Record


async def relation(context: Context, declared: Relation, parent: Record) -> Record | None:
    """The object a relation names; None where the parent names none or the viewer may see none."""
    key = parent[declared.by]
    if key is None:
        return None

    async def load(keys: list[Any]) -> list[Record | None]:
        batch = declared.resolver(keys, parent.at)
        async with context.reading() as connection:
            found = await read_rows(connection, batch, parent.at, context.viewer)
        return [Record(batch.model, found[key].rows[0], parent.at) if key in found else None for key in keys]

    answer: Record | None = await context.loader((declared, parent.at), load).load(key)
    return answer


async def found(context: Context, declared: Found, at: Moment, asked: Mapping[str, Any]) -> Record | None:
    """The object that a root field's arguments name; None where there is none."""
    async with context.reading() as connection:
        slices = await read_rows(connection, declared.resolver(at, **asked), at, context.viewer)
    return next((Record(declared.model, row, at) for each in slices.values() for row in each.rows), None)


async def groups(  # noqa: PLR0913, PLR0917 -- what is asked, and how
    context: Context, declared: Listed, own: Own, at: Moment, wanted: Wanted, grouping: Grouping
) -> Sequence[Row]:
    """The rows of a list at the root in groups."""
    values: dict[str, Any] = {}
    parts, known = parted(wanted, values), at.known_at is not None
    statement = groups_statement(declared, own, parts, grouping, context.viewer, known=known)
    async with context.reading() as connection:
        return await statement.rows(connection, at, **values)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as asked for; its rows are read when a field needs them, its total when it is asked for."""

    context: Context
    declared: Listed
    at: Moment
    parent: Any
    listing: Listing
    arguments: Mapping[str, Any]

    @property
    def terms(self) -> list[Term]:
        """What the list is ordered by."""
        return terms_of(self.declared.model, self.listing.order, self.at)

    def batch(self, parents: list[int]) -> Batch:
        """The resolver's answer for these parents."""
        if self.declared.by is None:
            return self.declared.resolver(self.at, **self.arguments)
        return self.declared.resolver(parents, self.at, **self.arguments)

    async def slice(self) -> Slice:
        """The rows, gathered with those of every sibling that asks the same."""

        async def load(parents: list[Any]) -> list[Slice]:
            async with self.context.reading() as connection:
                found = await read_rows(connection, self.batch(parents), self.at, self.context.viewer, self.listing)
            empty = slice_of([], self.listing.window)
            return [found.get(parent, empty) for parent in parents]

        answer: Slice = await self.context.loader(("rows", *self._name()), load).load(self.parent)
        return answer

    async def total(self) -> int:
        """How many rows the whole list has."""

        async def load(parents: list[Any]) -> list[int]:
            async with self.context.reading() as connection:
                found = await count_rows(
                    connection, self.batch(parents), self.at, self.context.viewer, self.listing.wanted
                )
            return [found.get(parent, 0) for parent in parents]

        answer: int = await self.context.loader(("total", *self._name()), load).load(self.parent)
        return answer

    async def records(self) -> list[Record]:
        """The rows as objects."""
        return [Record(self.declared.model, row, self.at) for row in (await self.slice()).rows]

    async def cursors_and_records(self) -> list[Edge[Record]]:
        """The rows as objects, with their cursors."""
        rows, terms = (await self.slice()).rows, self.terms
        return [Edge(cursor=cursor_of(terms, row), node=Record(self.declared.model, row, self.at)) for row in rows]

    async def info(self) -> PageInfo:
        """The ends of the page."""
        found, terms = await self.slice(), self.terms
        return PageInfo(
            has_next_page=found.has_next,
            has_previous_page=found.has_previous,
            start_cursor=cursor_of(terms, found.rows[0]) if found.rows else None,
            end_cursor=cursor_of(terms, found.rows[-1]) if found.rows else None,
        )

    def _name(self) -> tuple[object, ...]:
        """What tells this ask from another of the same field."""
        return self.declared, self.at, repr(self.listing), repr(sorted(self.arguments.items()))
