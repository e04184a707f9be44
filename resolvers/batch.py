"""Which rows answer a question, for many parents at once: the one thing a resolver says.

A resolver is handed the keys of all parents and a moment, and gives a `Batch`. It never says which columns, which page,
which version or whether the viewer may see: the one place that runs selects adds those to every batch alike.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import Fact
from db.select import identity
from db.written_sql import later

Keys = Sequence[Any] | sa.ColumnElement[Any]

Value = str | int | sa.BindParameter[Any]
PARENTS = "parents"
"""The parameter that stands for the keys of all parents."""
PARENT = "parent"
"""The one that stands for the key of the only parent."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one noun: the conditions they meet, and the column that names each row's parent (None at the root)."""

    model: type[Fact]
    where: tuple[sa.ColumnElement[bool], ...] = ()
    parent: sa.ColumnElement[Any] | None = None
    joined: tuple[tuple[sa.FromClause, sa.ColumnElement[bool]], ...] = ()


Resolver = Callable[..., Batch]


def among(column: sa.ColumnElement[Any], keys: Keys) -> sa.ColumnElement[bool]:
    """Whether a column holds one of the keys; one array parameter, whatever their number.

    Keys that are a parameter already stay one, so that the SQL can be written before the keys are known. A column in
    the place of keys makes the condition that of a join.
    """
    kind = sa.ARRAY(column.type)
    if isinstance(keys, sa.BindParameter):
        one = keys.key == PARENT
        return column == (later(keys.key, column.type) if one else sa.any_(later(keys.key, kind)))
    return column == (keys if isinstance(keys, sa.ColumnElement) else sa.any_(sa.literal(list(keys), kind)))


def children(model: type[Fact], reference: str, parents: Keys) -> Batch:
    """Rows whose reference names one of the parents; a code reference (`system`) is named by its code."""
    column: sa.ColumnElement[Any] = table(model).c[reference]
    return Batch(model, (among(column, parents),), column)


@cache
def with_key(model: type[Fact]) -> Resolver:
    """The resolver that finds objects of a noun by their keys."""
    key = identity(model).c.key

    def found(keys: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
        return Batch(model, (among(key, keys),), key)

    return found
