"""SQL of a level, written once a shape: the resolver's batch with parameters for keys, moment and values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg

from db.facts import Fact
from db.select import versions_of
from db.visibility import Viewer
from resolvers.batch import PARENT, PARENTS, Batch, later
from resolvers.reading import Listing, count_select, page_select, terms_of
from schema.declarations import Found, Listed, Relation
from schema.execution.asking import ParameterMoment, Shape
from schema.execution.folding import Columns, Order, folded

REMEMBERED = 4000
Read = Callable[[Sequence[Any]], dict[str, Any]]
_DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, how its value is written, and the value where the SQL itself brings it."""

    name: str
    write: Callable[[Any], Any] | None
    constant: bool
    value: object = None


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with `$1` parameters, and what each stands for."""

    sql: str
    parameters: tuple[Parameter, ...]

    def arguments(self, values: Mapping[str, Any]) -> list[object]:
        """The parameters in order."""
        found: list[object] = []
        for each in self.parameters:
            value = each.value if each.constant else values[each.name]
            found.append(each.write(value) if each.write else value)
        return found


@lru_cache(REMEMBERED)
def page_statement(  # noqa: PLR0913 -- whatever decides the SQL
    declared: Listed, columns: Columns, shape: Shape, viewer: Viewer, *, known: bool, keys: str = PARENTS
) -> Statement:
    """The rows of a page for all parents."""
    at, listing = ParameterMoment(known=known), shape.listing()
    level = page_select(_batch(declared, shape, at, keys), at, viewer, listing, columns.chosen)
    order = Order(terms_of(declared.model, shape.order, at), reverse=shape.from_end)
    return _written(folded(level, columns, order, at, viewer))


@lru_cache(REMEMBERED)
def count_statement(declared: Listed, shape: Shape, viewer: Viewer, *, known: bool, keys: str = PARENTS) -> Statement:
    """How many rows a list has for each parent."""
    at = ParameterMoment(known=known)
    return _written(count_select(_batch(declared, shape, at, keys), at, viewer, shape.listing().wanted))


@lru_cache(REMEMBERED)
def one_statement(
    declared: Relation, columns: Columns, viewer: Viewer, *, known: bool, keys: str = PARENTS
) -> Statement:
    """The object of each parent."""
    at = ParameterMoment(known=known)
    level = page_select(declared.resolver(later(keys), at), at, viewer, Listing(), columns.chosen)
    return _written(folded(level, columns, Order(), at, viewer))


@lru_cache(REMEMBERED)
def found_statement(
    declared: Found, columns: Columns, asked: tuple[str, ...], viewer: Viewer, *, known: bool
) -> Statement:
    """The object that the arguments name."""
    at = ParameterMoment(known=known)
    batch = declared.resolver(at, **{name: later(name) for name in asked})
    level = page_select(batch, at, viewer, Listing(), columns.chosen).limit(1)
    return _written(folded(level, columns, Order(), at, viewer))


@lru_cache(REMEMBERED)
def versions_statement(model: type[Fact], viewer: Viewer, *, known: bool) -> tuple[Statement, Read]:
    """Every version of each parent, and how its rows are read: by column name, words as terms."""
    statement = versions_of(model, ParameterMoment(known=known), viewer)
    columns: Any = statement.selected_columns
    keys = later(PARENTS, sa.ARRAY(sa.BigInteger))
    read = [(each.name, each.type.result_processor(_DIALECT, None)) for each in columns]

    def by_name(row: Sequence[Any]) -> dict[str, Any]:
        return {name: change(value) if change else value for (name, change), value in zip(read, row, strict=True)}

    return _written(statement.where(columns.id == sa.any_(keys))), by_name


def parameter_of(keys: Sequence[Any]) -> str:
    """The parameter that keys are given as: a single key as itself.

    PostgreSQL reckons that an array holds ten keys. With one in it, its general plan then looks dearer than a plan for
    these keys, and it plans the statement anew each time.
    """
    return PARENT if len(keys) == 1 else PARENTS


def values_of(keys: Sequence[Any]) -> dict[str, Any]:
    """The value of that parameter."""
    return {PARENT: keys[0]} if len(keys) == 1 else {PARENTS: keys}


def _batch(declared: Listed, shape: Shape, at: ParameterMoment, keys: str) -> Batch:
    own = dict(shape.own)
    return declared.resolver(at, **own) if declared.by is None else declared.resolver(later(keys), at, **own)


def _written(statement: sa.Select[Any]) -> Statement:
    compiled: Any = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
    constants: Mapping[str, Any] = compiled.params
    writers: Mapping[str, Any] = compiled._bind_processors  # noqa: SLF001 -- SQLAlchemy gives them no other name
    given = {name for name, bind in compiled.binds.items() if not bind.unique}
    names: Sequence[str] = compiled.positiontup or ()
    return Statement(
        compiled.string,
        tuple(Parameter(each, writers.get(each), each not in given, constants.get(each)) for each in names),
    )
