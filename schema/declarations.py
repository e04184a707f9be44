"""What a field can be: a column, a relation, a page or a computation; read from its metadata by whoever runs it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.facts import Fact, Meaning
from resolvers.batch import Resolver

METADATA = "auktor"


@dataclass(frozen=True, slots=True)
class Column:
    """A fact of the row itself, stored or derived."""

    name: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Computation:
    """Pure Python over facts of the row, and over the field's own arguments."""

    compute: Callable[..., Any]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """At most one object a parent: found from the parent's fact `by`."""

    resolver: Resolver
    by: str


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a list beyond the usual ones; handed to its resolver by name."""

    name: str
    type: Any
    default: Any
    description: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Many objects a parent, found from its fact `by` (None at the root), in keyset pages with filter and order."""

    resolver: Resolver
    model: type[Fact]
    arguments: tuple[Argument, ...] = ()
    by: str | None = "id"


Declaration = Column | Computation | Relation | Listed
