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
from db.select import described, named, some_of
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
class Chosen:
    """Which columns are read: facts by name (every one where `names` is None), and what cursors are made of."""

    names: tuple[str, ...] | None = None
    cursors: bool = True


EVERYTHING = Chosen()


@dataclass(frozen=True, slots=True)
class Slice:
    """One parent's rows of a page, in order, and whether the list goes on beyond either end."""

    rows: tuple[Row, ...]
    has_next: bool = False
    has_previous: bool = False


def terms_of(model: type[Fact], order: Sequence[tuple[str, bool]], at: Moment) -> list[Term]:
    """The terms of an order, ended by the object's number; the noun's declared order where `order` is empty."""
    columns = sortable(model, at)
    columns.update(table(model).c.items())
    named = [
        Term(name, columns["sort_name" if name == "name" and "sort_name" in columns else name], down)
        for name, down in order
    ]
    declared = [Term(name, columns[name]) for name in model.noun.order]
    falls = bool(named) and all(term.descending for term in named)  # so that one index serves the order backwards
    return [*(named or declared), Term("id", table(model).c.id, falls)]


async def read_rows(
    connection: AsyncConnection, batch: Batch, at: Moment, viewer: Viewer, listing: Listing | None = None
) -> dict[Any, Slice]:
    """Run a batch once for all its parents.

    Rows by parent key (None at the root), each with its order terms under `order_<n>`; a parent without rows is absent.
    """
    listing = listing or Listing()
    groups = _by_parent(await rows(connection, page_select(batch, at, viewer, listing)))
    return {parent: slice_of(group, listing.window) for parent, group in groups.items()}


async def count_rows(
    connection: AsyncConnection, batch: Batch, at: Moment, viewer: Viewer, wanted: Wanted
) -> dict[Any, int]:
    """How many rows a batch has for each parent under a filter; a parent without rows is absent."""
    return {row[PARENT]: row["n"] for row in await rows(connection, count_select(batch, at, viewer, wanted))}


def page_select(
    batch: Batch, at: Moment, viewer: Viewer, listing: Listing, chosen: Chosen = EVERYTHING
) -> sa.Select[tuple[object, ...]]:
    """The select of a page for all parents: the chosen facts, the parent's key, what cursors are made of.

    Where there are both parents and a window, the row's place in its page comes last.
    """
    terms = terms_of(batch.model, listing.order, at)
    statement = _met(batch, at, viewer, listing.wanted, chosen.names)
    if chosen.cursors:
        statement = statement.add_columns(*(term.sql.label(f"order_{n}") for n, term in enumerate(terms)))
    if listing.window is None:
        return named(statement.order_by(*sorting(terms)), batch.model)
    return _windowed(statement, batch, terms, listing.window)


def count_select(batch: Batch, at: Moment, viewer: Viewer, wanted: Wanted) -> sa.Select[tuple[object, ...]]:
    """The select of how many rows a batch has: parent's key and number, for each parent that has rows."""
    inner = named(_met(batch, at, viewer, wanted, ()), batch.model).subquery()
    counted: sa.Select[tuple[object, ...]] = sa.select(inner.c[PARENT], sa.func.count().label("n"))  # pyright: ignore[reportAssignmentType] -- counts are ints
    return counted.group_by(inner.c[PARENT])


def _met(
    batch: Batch, at: Moment, viewer: Viewer, wanted: Wanted, names: Sequence[str] | None
) -> sa.Select[tuple[object, ...]]:
    """The rows that meet the batch's conditions and the filter, with the parent's key as the last column."""
    model, parent = batch.model, sa.null() if batch.parent is None else batch.parent
    statement = described(model, at, viewer) if names is None else some_of(model, at, viewer, names)
    statement = statement.add_columns(parent.label(PARENT))
    for other, condition in batch.joined:
        statement = statement.join_from(table(model), other, condition)
    return statement.where(*batch.where, matching(model, wanted, at))


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
        return named(statement.order_by(*order), batch.model).limit(window.size + 1)
    place = sa.func.row_number().over(partition_by=batch.parent, order_by=order).label(PLACE)
    ranked = named(statement.add_columns(place), batch.model).subquery()
    return sa.select(ranked).where(ranked.c[PLACE] <= window.size + 1).order_by(ranked.c[PLACE])


def _by_parent(found: Sequence[Row]) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[PARENT]].append(row)
    return groups


def slice_of(group: Sequence[Row], window: Window | None) -> Slice:
    """Cut the rows found to the window; an empty page after a cursor still has rows before it."""
    if window is None:
        return Slice(tuple(group))
    more, kept = len(group) > window.size, group[: window.size]
    if window.from_end:
        return Slice(tuple(reversed(kept)), has_next=window.before is not None, has_previous=more)
    return Slice(tuple(kept), has_next=more, has_previous=window.after is not None)
