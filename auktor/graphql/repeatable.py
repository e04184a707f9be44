"""What the same request may be answered again: noted by whoever answered it, for whoever remembers requests."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import Scope

from auktor.graphql.writing import Shape
from schema.answering import Question

_IN_SCOPE, _READ = "auktor.note", "auktor.read"


@dataclass(frozen=True, slots=True)
class Read:
    """What a request says: its question, the name of its document, the shape its answer is wanted in.

    `if_none_match` is the answer it says it has; `in_parts`, whether it takes the parts that the question defers.
    """

    question: Question
    document: str
    shape: Shape
    if_none_match: bytes
    in_parts: bool


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What was read of a request, the name of the kept answer it was given, and header lines told beside that.

    The name and not the answer: who remembers requests must not hold what the store of answers has let go.
    """

    read: Read
    answer: str
    head: bytes


def noting(scope: Scope, remember: Callable[[Repeatable], None], read: Read | None) -> None:
    """Have whoever answers the request tell `remember` how; `read` is what is known of it."""
    scope[_IN_SCOPE], scope[_READ] = remember, read


def read_before(scope: Scope) -> Read | None:
    """What was read of the same request before, where it is remembered."""
    return scope.get(_READ)


def note(scope: Scope, repeatable: Repeatable) -> None:
    """Tell whoever wants to know."""
    if _IN_SCOPE in scope:
        scope[_IN_SCOPE](repeatable)
