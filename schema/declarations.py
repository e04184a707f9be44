"""What a field can be: a column, a relation, a page or a computation; read from its metadata by whoever runs it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auktor.core.moment import Moment
from db.facts import Fact, Meaning
from resolvers.batch import Resolver

METADATA = "auktor"


@dataclass(frozen=True, slots=True)
class Column:
    """A fact of the row itself, stored or derived; facts that every noun has are told of in `db.facts.Fact`."""

    name: str
    meaning: Meaning | None = None

    def read(self, row: Any) -> Any:  # noqa: ANN401 -- a Record holds any fact
        """The fact of a row."""
        return row[self.name]


@dataclass(frozen=True, slots=True)
class Computation:
    """Pure Python over facts of the row, and over the field's own arguments."""

    compute: Callable[..., Any]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """At most one object a parent: found from the parent's fact `by`; a `plain` one is whatever the fact names."""

    resolver: Resolver
    by: str
    plain: bool = False


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


@dataclass(frozen=True, slots=True)
class Aggregated:
    """The rows of a list at the root in groups: counted, summed, compared; None where they are no noun's."""

    listed: Listed | None


@dataclass(frozen=True, slots=True)
class Found:
    """At most one object at the root: `ask` reads the field's arguments, `resolver` finds what they name."""

    model: type[Fact]
    ask: Callable[..., Mapping[str, Any]]
    resolver: Resolver


@dataclass(frozen=True, slots=True)
class Identified:
    """Objects of any type by their ids, one or a list of them: `ask` reads the ids from the field's arguments.

    `others` finds, by context and key, what is no noun of the register.
    """

    ask: Callable[..., list[str]]
    others: Mapping[str, Callable[..., Awaitable[Any]]]


@dataclass(frozen=True, slots=True)
class Identity:
    """The object's id: its type and its key."""


@dataclass(frozen=True, slots=True)
class History:
    """Every version of the object: `entries` tells what the rows of its versions, in order, say."""

    entries: Callable[[Sequence[Mapping[str, Any]]], list[Any]]


@dataclass(frozen=True, slots=True)
class OfMoment:
    """A fact of the moment asked about."""

    read: Callable[[Moment], Any]


@dataclass(frozen=True, slots=True)
class Read:
    """A field of an object that is no row of a noun: `read` tells it from the object alone."""

    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class AtMoment:
    """The same register at another moment: `ask` is handed the moment, the time now, and the field's arguments."""

    ask: Callable[..., Moment]


Declaration = (
    Column
    | Computation
    | Relation
    | Listed
    | Aggregated
    | Found
    | Identified
    | Identity
    | History
    | OfMoment
    | Read
    | AtMoment
)
