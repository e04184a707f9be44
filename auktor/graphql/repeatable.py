"""What the same request may be answered again: noted by whoever answered it, for whoever remembers requests."""

from dataclasses import dataclass

from starlette.types import Scope

from auktor.graphql.writing import Shape
from auktor.written import Line

_IN_SCOPE = "auktor.note"


@dataclass(frozen=True, slots=True)
class Repeatable:
    """The name of the kept answer, the document it answers, the shape it was sent in, and lines told beside it.

    The name and not the answer: who remembers requests must not hold what the store of answers has let go.
    """

    answer: str
    document: str
    shape: Shape
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Note:
    """Where it is noted; None where the answer was for this once."""

    repeatable: Repeatable | None = None


def noting(scope: Scope) -> Note:
    """Ask whoever answers the request for a note."""
    note = scope[_IN_SCOPE] = Note()
    return note


def note(scope: Scope, repeatable: Repeatable) -> None:
    """Leave a note for whoever asked for one."""
    if _IN_SCOPE in scope:
        scope[_IN_SCOPE].repeatable = repeatable
