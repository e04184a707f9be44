"""Pages over a select that is no noun: editions, changes, sums of volumes; with the cursors of declared lists."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from db.engine import rows
from resolvers.keyset import Term, Window, beyond, sorting
from schema.context import Context
from schema.node import Edge, PageInfo
from schema.paging import cursor_of


@dataclass(slots=True)
class SelectedPage:
    """A page of `source`, ordered by `terms`; `make` turns a row into its GraphQL object."""

    context: Context
    source: sa.FromClause
    terms: list[Term]
    window: Window
    make: Callable[[Any], object]
    _once: asyncio.Task[list[Any]] | None = field(default=None, init=False)

    async def rows(self) -> list[Any]:
        """The rows of the page, and one more that tells whether the list goes on; read once, whoever asks first."""
        if self._once is None:
            self._once = asyncio.ensure_future(self._read())
        return await self._once

    async def _read(self) -> list[Any]:
        labelled = [term.sql.label(f"order_{n}") for n, term in enumerate(self.terms)]
        statement = sa.select(self.source, *labelled).order_by(*sorting(self.terms, reverse=self.window.from_end))
        if self.window.after is not None:
            statement = statement.where(beyond(self.terms, self.window.after))
        if self.window.before is not None:
            statement = statement.where(beyond(self.terms, self.window.before, backwards=True))
        async with self.context.reading() as connection:
            return list(await rows(connection, statement.limit(self.window.size + 1)))

    async def kept(self) -> list[Any]:
        """The rows of the page, in the order of the list."""
        found = (await self.rows())[: self.window.size]
        return found[::-1] if self.window.from_end else found

    async def total(self) -> int:
        """How many rows the list has."""
        async with self.context.reading() as connection:
            counted = await rows(connection, sa.select(sa.func.count().label("n")).select_from(self.source))
        return int(counted[0]["n"])

    async def records(self) -> list[Any]:
        """The rows as objects."""
        return [self.make(row) for row in await self.kept()]

    async def cursors_and_records(self) -> list[Edge[Any]]:
        """The rows as objects, with their cursors."""
        return [Edge(cursor=cursor_of(self.terms, row), node=self.make(row)) for row in await self.kept()]

    async def info(self) -> PageInfo:
        """The ends of the page."""
        found, more = await self.kept(), len(await self.rows()) > self.window.size
        return PageInfo(
            has_next_page=self.window.before is not None if self.window.from_end else more,
            has_previous_page=more if self.window.from_end else self.window.after is not None,
            start_cursor=cursor_of(self.terms, found[0]) if found else None,
            end_cursor=cursor_of(self.terms, found[-1]) if found else None,
        )
