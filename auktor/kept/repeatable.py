"""What the same request may be answered again: noted by whoever answered it, for whoever remembers requests."""

from dataclasses import dataclass

from starlette.types import Scope

from auktor.kept.store import KeptAnswer
from auktor.written import Written

_IN_SCOPE = "auktor.note"


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A kept answer as it was written, but for the lines about points, and the name of the document it answers."""

    answer: KeptAnswer
    document: str
    written: Written


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
