"""The one place that runs a batch: adds version, visibility, filter, order and page, and sorts rows by parent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.moment import Moment
from db.engine import rows
from db.expressions import table
from db.facts import Fact
from db.select import described
from db.visibility import Viewer
from resolvers.batch import Batch
from resolvers.conditions import Wanted, matching, sortable
from resolvers.keyset import Term, Window, beyond, sorting

Row = Mapping[str, Any]
PARENT = "parent_key"
PLACE = "place_in_page"


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list is asked for: filter, order (fact name and whether it falls; empty for the noun's own) and window."""

    wanted: Wanted = field(default_factory=dict[str, Any])
    order: tuple[tuple[str, bool], ...] = ()
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """One parent's rows of a page, in order, and whether the list goes on beyond either end."""

    rows: tuple[Row, ...]
    has_next: bool = False
    has_previous: bool = False


def terms_of(model: type[Fact], order: Sequence[tuple[str, bool]], at: Moment) -> list[Term]:
    """The terms of an order, ended by the object's number; the noun's declared order where `order` is empty."""
    columns = sortable(model, at) | dict(table(model).c.items())
    named = [
        Term(name, columns["sort_name" if name == "name" and "sort_name" in columns else name], down)
        for name, down in order
    ]
    declared = [Term(name, columns[name]) for name in model.noun.order]
    return [*(named or declared), Term("id", table(model).c.id)]


async def read_rows(
    connection: AsyncConnection, batch: Batch, at: Moment, viewer: Viewer, listing: Listing | None = None
) -> dict[Any, Slice]:
    """Run a batch once for all its parents.

    Rows by parent key (None at the root), each with its order terms under `order_<n>`; a parent without rows is absent.
    """
    listing = listing or Listing()
    statement, terms = _statement(batch, at, viewer, listing)
    window = listing.window
    if window is None:
        found = await rows(connection, statement.order_by(*sorting(terms)))
        return {parent: Slice(tuple(group)) for parent, group in _by_parent(found).items()}
    cut = _windowed(statement, batch, terms, window)
    return {parent: _slice(group, window) for parent, group in _by_parent(await rows(connection, cut)).items()}


async def count_rows(
    connection: AsyncConnection, batch: Batch, at: Moment, viewer: Viewer, wanted: Wanted
) -> dict[Any, int]:
    """How many rows a batch has for each parent under a filter; a parent without rows is absent."""
    selected, _ = _statement(batch, at, viewer, Listing(wanted), with_terms=False)
    inner = selected.with_only_columns(_parent_of(batch)).subquery()
    counted = sa.select(inner.c[PARENT], sa.func.count().label("n")).group_by(inner.c[PARENT])
    return {row[PARENT]: row["n"] for row in await rows(connection, counted)}


def _parent_of(batch: Batch) -> sa.ColumnElement[Any]:
    return sa.null().label(PARENT) if batch.parent is None else batch.parent.label(PARENT)


def _statement(
    batch: Batch, at: Moment, viewer: Viewer, listing: Listing, *, with_terms: bool = True
) -> tuple[sa.Select[tuple[object, ...]], list[Term]]:
    statement = described(batch.model, at, viewer).add_columns(_parent_of(batch))
    for other, condition in batch.joined:
        statement = statement.join(other, condition)
    statement = statement.where(*batch.where, matching(batch.model, listing.wanted, at))
    terms = terms_of(batch.model, listing.order, at) if with_terms else []
    return statement.add_columns(*(term.sql.label(f"order_{n}") for n, term in enumerate(terms))), terms


def _windowed(
    statement: sa.Select[tuple[object, ...]], batch: Batch, terms: list[Term], window: Window
) -> sa.Select[tuple[object, ...]]:
    """Cut each parent's list to its window, and one row more that tells whether the list goes on."""
    if window.after is not None:
        statement = statement.where(beyond(terms, window.after))
    if window.before is not None:
        statement = statement.where(beyond(terms, window.before, backwards=True))
    order = sorting(terms, reverse=window.from_end)
    if batch.parent is None:
        return statement.order_by(*order).limit(window.size + 1)
    place = sa.func.row_number().over(partition_by=batch.parent, order_by=order).label(PLACE)
    ranked = statement.add_columns(place).subquery()
    return sa.select(ranked).where(ranked.c[PLACE] <= window.size + 1).order_by(ranked.c[PLACE])


def _by_parent(found: Sequence[Row]) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[PARENT]].append(row)
    return groups


def _slice(group: list[Row], window: Window) -> Slice:
    more, kept = len(group) > window.size, group[: window.size]
    if window.from_end:
        return Slice(tuple(reversed(kept)), has_next=window.before is not None, has_previous=more)
    return Slice(tuple(kept), has_next=more, has_previous=window.after is not None)
