"""SQL of a level, written once a shape: the resolver's batch with parameters for keys, moment and values."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec

import sqlalchemy as sa

from auktor.core.bounded import Bounded
from db.facts import Fact, table_of
from db.models import Revision
from db.select import versions_of
from db.visibility import Viewer
from db.written_sql import ParameterMoment, Statement, later, written
from resolvers.aggregates import Grouping, groups_of
from resolvers.batch import PARENT, PARENTS, Batch
from resolvers.reading import Listing, count_select, page_select, terms_of
from schema.declarations import Found, Listed, Relation
from schema.execution.asking import Shape, Wanted, with_parameters
from schema.execution.folding import Columns, Order, folded

REMEMBERED_BYTES = 1_250_000
_BESIDE_ITS_TEXT = 1600
# A column of the table, and not of the class: that would have SQLAlchemy make ready for objects of every class (3 MB).
_REVISION = sa.select(table_of(Revision).c.number).scalar_subquery()
Own = tuple[tuple[str, Any], ...]
"""Values of a list's own arguments, by name."""
_Asked = ParamSpec("_Asked")
_known: Bounded[Statement] = Bounded(REMEMBERED_BYTES)


def written_once(write: Callable[_Asked, Statement]) -> Callable[_Asked, Statement]:
    """`write`, whose statements are remembered together with those of the others, within one bound."""

    @wraps(write)
    def found(*given: _Asked.args, **named: _Asked.kwargs) -> Statement:
        asked = (write, given, *named.items())
        statement = _known.get(asked)
        if statement is None:
            statement = write(*given, **named)
            _known.put(asked, statement, len(statement.sql) + _BESIDE_ITS_TEXT)
        return statement

    return found


@written_once
def page_statement(  # noqa: PLR0913 -- whatever decides the SQL
    declared: Listed, columns: Columns, shape: Shape, viewer: Viewer, *, known: bool, keys: str = PARENTS
) -> Statement:
    """The rows of a page for all parents."""
    at, listing = ParameterMoment(known=known), shape.listing()
    level = page_select(_batch(declared, shape, at, keys), at, viewer, listing, columns.chosen)
    order = Order(terms_of(declared.model, shape.order, at), reverse=shape.from_end)
    return _by_place(folded(level, columns, order, at, viewer))


@written_once
def count_statement(declared: Listed, shape: Shape, viewer: Viewer, *, known: bool, keys: str = PARENTS) -> Statement:
    """How many rows a list has for each parent."""
    at = ParameterMoment(known=known)
    counted = count_select(_batch(declared, shape, at, keys), at, viewer, shape.listing().wanted)
    return _by_place(counted)


@written_once
def one_statement(
    declared: Relation, columns: Columns, viewer: Viewer, *, known: bool, keys: str = PARENTS
) -> Statement:
    """The object of each parent."""
    at = ParameterMoment(known=known)
    level = page_select(declared.resolver(later(keys), at), at, viewer, Listing(), columns.chosen)
    return _by_place(folded(level, columns, Order(), at, viewer))


@written_once
def found_statement(
    declared: Found, columns: Columns, asked: tuple[str, ...], viewer: Viewer, *, known: bool
) -> Statement:
    """The object that the arguments name."""
    at = ParameterMoment(known=known)
    batch = declared.resolver(at, **{name: later(name) for name in asked})
    level = page_select(batch, at, viewer, Listing(), columns.chosen).limit(1)
    return _by_place(folded(level, columns, Order(), at, viewer))


@written_once
def versions_statement(model: type[Fact], viewer: Viewer, *, known: bool) -> Statement:
    """Every version of each parent; its rows are read by name."""
    statement = versions_of(model, ParameterMoment(known=known), viewer)
    columns: Any = statement.selected_columns
    return written(statement.where(columns.id == sa.any_(later(PARENTS, sa.ARRAY(sa.BigInteger)))))


@written_once
def groups_statement(  # noqa: PLR0913 -- as above
    declared: Listed, own: Own, wanted: Wanted, grouping: Grouping, viewer: Viewer, *, known: bool
) -> Statement:
    """The rows of a list in groups."""
    at = ParameterMoment(known=known)
    return written(groups_of(declared.resolver(at, **dict(own)), at, viewer, with_parameters(wanted), grouping))


def parameter_of(keys: Sequence[Any]) -> str:
    """The parameter that keys are given as: a single key as itself.

    PostgreSQL reckons that an array holds ten keys. With one in it, its general plan then looks dearer than a plan for
    these keys, and it plans the statement anew each time.
    """
    return PARENT if len(keys) == 1 else PARENTS


def values_of(keys: Sequence[Any]) -> dict[str, Any]:
    """The value of that parameter."""
    return {PARENT: keys[0]} if len(keys) == 1 else {PARENTS: keys}


def _by_place(statement: sa.Select[tuple[object, ...]]) -> Statement:
    return written(_telling(statement), by_name=False)


def _telling(statement: sa.Select[tuple[object, ...]]) -> sa.Select[tuple[object, ...]]:
    """The same, each of whose rows says last at which revision it was read."""
    return statement.add_columns(_REVISION.label("revision"))


def _batch(declared: Listed, shape: Shape, at: ParameterMoment, keys: str) -> Batch:
    own = dict(shape.own)
    return declared.resolver(at, **own) if declared.by is None else declared.resolver(later(keys), at, **own)
