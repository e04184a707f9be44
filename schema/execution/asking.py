"""How a list is asked for, parted in two: its shape, which decides the SQL, and its values, which are parameters.

`{filter: {name: {eq: "Freja"}}, first: 10}` and the same with `"BankID"` and 20 have one shape, so they share one
statement.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import sqlalchemy as sa

from db.facts import Fact
from db.written_sql import ParameterMoment, later
from resolvers.keyset import Term, Window
from resolvers.reading import Listing, terms_of
from schema.declarations import Listed
from schema.filters import order_terms, wanted
from schema.paging import PageArguments, mark_of, window_of

Wanted = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides the SQL of a list: filter, order, which cursor values are unknown, and the list's own arguments."""

    wanted: Wanted
    order: tuple[tuple[str, bool], ...]
    after: tuple[bool, ...] | None
    before: tuple[bool, ...] | None
    from_end: bool
    own: tuple[tuple[str, Any], ...]

    def listing(self) -> Listing:
        """The listing with a parameter for every value."""
        window = Window(
            cast("int", later("size", sa.Integer())),
            _cursor("after", self.after),
            _cursor("before", self.before),
            self.from_end,
        )
        return Listing(with_parameters(self.wanted), self.order, window)


@dataclass(frozen=True, slots=True)
class Asking:
    """One list as asked for in one request."""

    shape: Shape
    values: Mapping[str, Any]
    mark: str
    size: int

    def goes_on(self, *, more: bool) -> tuple[bool, bool]:
        """Whether rows come before the page and after it, where `more` rows were found than it holds."""
        if self.shape.from_end:
            return more, self.shape.before is not None
        return self.shape.after is not None, more


def asking_of(declared: Listed, given: Mapping[str, Any]) -> Asking:
    """Part the arguments of a list; refused as stock execution refuses them."""
    order = order_terms(given.get("order_by"))
    terms, mark = _terms(declared.model, order)  # pyright: ignore[reportArgumentType] -- a class is hashable
    window = window_of(terms, PageArguments(**{name: given.get(name) for name in ("first", "after", "last", "before")}))
    values: dict[str, Any] = {"size": window.size}
    shape = Shape(
        parted(wanted(given.get("filter")), values),
        order,
        _kept("after", window.after, values),
        _kept("before", window.before, values),
        window.from_end,
        tuple((each.name, given.get(each.name, each.default)) for each in declared.arguments),
    )
    return Asking(shape, values, mark, window.size)


@lru_cache(500)
def _terms(model: type[Fact], order: tuple[tuple[str, bool], ...]) -> tuple[list[Term], str]:
    """The terms of an order, and the mark of its cursors."""
    terms = terms_of(model, order, ParameterMoment(known=False))
    return terms, mark_of(terms)


def parted(given: Mapping[str, Any], values: dict[str, Any]) -> Wanted:
    """A filter with parameter names where its operands stood; the operands go into `values`."""
    parts: list[tuple[str, Any]] = []
    for name, inner in given.items():
        if name in {"and", "or"}:
            parts.append((name, tuple(parted(each, values) for each in inner)))
        elif name == "not":
            parts.append((name, parted(inner, values)))
        else:
            parts.append((name, tuple(_operand(each, value, values) for each, value in inner.items())))
    return tuple(parts)


def _operand(operator: str, value: object, values: dict[str, Any]) -> tuple[str, object]:
    if operator == "isNull":
        return operator, value
    name = f"operand_{len(values)}"
    values[name] = value
    return operator, name


def with_parameters(parts: Wanted) -> dict[str, Any]:
    """A parted filter in the form the resolvers read, with parameters as operands."""
    found: dict[str, Any] = {}
    for name, inner in parts:
        if name in {"and", "or"}:
            found[name] = [with_parameters(each) for each in inner]
        elif name == "not":
            found[name] = with_parameters(inner)
        else:
            found[name] = {each: value if each == "isNull" else later(value) for each, value in inner}
    return found


def _kept(name: str, row: tuple[object, ...] | None, values: dict[str, Any]) -> tuple[bool, ...] | None:
    """Which values of a cursor are known; they go into `values`."""
    if row is None:
        return None
    values.update({f"{name}_{place}": value for place, value in enumerate(row) if value is not None})
    return tuple(value is not None for value in row)


def _cursor(name: str, known: tuple[bool, ...] | None) -> tuple[object, ...] | None:
    if known is None:
        return None
    return tuple(later(f"{name}_{place}") if each else None for place, each in enumerate(known))
