"""Pages by key and not by number: a page begins after a row, however many rows are added or leave meanwhile.

An order is a list of terms that ends with the object's number, so that no two rows are equal. Unknown values come last
in either direction. Where no value can be unknown and all terms run one way, rows are compared whole, which an index in
the same order answers from the row itself on; else term by term.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

Value = object


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an order: its name, the SQL it sorts by, and whether it falls."""

    name: str
    sql: sa.ColumnElement[Any]
    descending: bool = False

    @property
    def always_known(self) -> bool:
        """Whether no row can lack the value."""
        return isinstance(self.sql, sa.Column) and not self.sql.nullable


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list: at most `size` rows after a row or, counted from the end, before one."""

    size: int
    after: tuple[Value, ...] | None = None
    before: tuple[Value, ...] | None = None
    from_end: bool = False


def sorting(terms: Sequence[Term], *, reverse: bool = False) -> list[sa.ColumnElement[Any]]:
    """ORDER BY elements of an order, or of the same order read backwards."""
    return [_sorted(term, reverse=reverse) for term in terms]


def _sorted(term: Term, *, reverse: bool) -> sa.ColumnElement[Any]:
    """One element; an index in rising order serves it in both directions, unknown values last as they are there."""
    falls = term.descending != reverse
    element = term.sql.desc() if falls else term.sql.asc()
    if term.always_known or falls == reverse:  # what is unknown already stands where PostgreSQL puts it
        return element
    return element.nulls_first() if reverse else element.nulls_last()


def beyond(terms: Sequence[Term], row: Sequence[Value], *, backwards: bool = False) -> sa.ColumnElement[bool]:
    """The rows that come after `row` in the order (before it, where `backwards`)."""
    if len({term.descending for term in terms}) == 1 and all(term.always_known for term in terms):
        mark = sa.tuple_(*(_bound(term, value) for term, value in zip(terms, row, strict=True)))
        found = sa.tuple_(*(term.sql for term in terms))
        return found < mark if terms[0].descending != backwards else found > mark
    return _beyond_by_term(terms, row, backwards=backwards)


def _beyond_by_term(terms: Sequence[Term], row: Sequence[Value], *, backwards: bool) -> sa.ColumnElement[bool]:
    """One alternative a term: equal in all terms before it, and beyond in that one."""
    alternatives: list[sa.ColumnElement[bool]] = []
    equal: list[sa.ColumnElement[bool]] = []
    for term, value in zip(terms, row, strict=True):
        if (further := _further(term, value, backwards=backwards)) is not None:
            alternatives.append(sa.and_(*equal, further))
        equal.append(term.sql.is_(None) if value is None else term.sql == _bound(term, value))
    return sa.or_(sa.false(), *alternatives)


def _further(term: Term, value: Value, *, backwards: bool) -> sa.ColumnElement[bool] | None:
    """Rows whose value lies beyond `value` in one term; None where there can be none."""
    if value is None:
        return term.sql.is_not(None) if backwards else None
    larger = term.descending == backwards
    known = term.sql > _bound(term, value) if larger else term.sql < _bound(term, value)
    return known if backwards else sa.or_(known, term.sql.is_(None))


def _bound(term: Term, value: Value) -> sa.ColumnElement[Any]:
    """The value as a parameter of the term's own type: SQLAlchemy would write true and false as words."""
    kind = as_asked(term.sql.type)
    if isinstance(value, sa.BindParameter):
        return sa.bindparam(value.key, type_=kind, required=False)
    return sa.literal(value, kind)


def as_asked(kind: sa.types.TypeEngine[Any]) -> sa.types.TypeEngine[Any]:
    """The type in which a value is compared with a column: an amount is not rounded to the column's decimals first."""
    return sa.Numeric() if isinstance(kind, sa.Numeric) else kind
