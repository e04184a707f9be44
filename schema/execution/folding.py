"""To-one references followed by joins: the rows of a level, with the facts of the objects they name beside their own.

A joined fact has a dotted name, `actor.name`. The relation's own resolver gives the join: in the place of keys it is
handed the column that refers. The page is cut first, so that nothing is joined to rows that are not shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.visibility import Viewer
from resolvers.keyset import Term, sorting
from resolvers.reading import PARENT, PLACE, Chosen, Listing, page_select
from schema.declarations import Relation


@dataclass(frozen=True, slots=True)
class Fold:
    """A reference to follow: the fact that refers, how the names of the joined facts begin, and the relation."""

    by: str
    within: str
    declared: Relation

    def own(self, names: Sequence[str]) -> tuple[str, ...]:
        """The facts of the joined object itself among these names."""
        inner = (name.removeprefix(self.within) for name in names if name.startswith(self.within))
        return tuple(name for name in inner if "." not in name)


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rows of a level hold: facts by name, those of joined objects too, and what cursors are made of."""

    names: tuple[str, ...]
    folds: tuple[Fold, ...] = ()
    cursors: bool = False

    @property
    def chosen(self) -> Chosen:
        """What the level's own select reads; where something is joined, the order too, to keep it afterwards."""
        return Chosen(tuple(name for name in self.names if "." not in name), self.cursors or bool(self.folds))


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a level's rows, kept through the joins."""

    terms: Sequence[Term] = ()
    reverse: bool = False

    def of(self, page: sa.Subquery) -> list[sa.ColumnElement[Any]]:
        """By place in the page of each parent or, at the root, by the terms themselves."""
        if PLACE in page.c:
            return [page.c[PLACE]]
        terms = [Term(each.name, page.c[f"order_{n}"], each.descending) for n, each in enumerate(self.terms)]
        return sorting(terms, reverse=self.reverse)


def folded(
    level: sa.Select[tuple[object, ...]], columns: Columns, order: Order, at: Moment, viewer: Viewer
) -> sa.Select[tuple[object, ...]]:
    """The select of a level with its references joined."""
    if not columns.folds:
        return level
    page = level.subquery("page")
    found: dict[str, sa.ColumnElement[Any]] = dict(page.c.items())
    source: sa.FromClause = page
    for number, fold in enumerate(columns.folds):
        names = fold.own(columns.names)
        batch = fold.declared.resolver(found[fold.by], at)
        one = page_select(batch, at, viewer, Listing(), Chosen(names, cursors=False)).order_by(None)
        joined = one.lateral(f"joined_{number}")
        source = source.outerjoin(joined, sa.true())
        found |= {fold.within + name: joined.c[name] for name in names}
    marks = [each for each in page.c if each.name.startswith("order_")] if columns.cursors else []
    last = [page.c[PARENT], *marks, *([page.c[PLACE]] if PLACE in page.c else [])]
    statement = sa.select(*(found[name] for name in columns.names), *last).select_from(source)
    return statement.order_by(*order.of(page))
