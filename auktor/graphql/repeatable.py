"""What the same request may be answered again: noted by whoever answered it, for whoever remembers requests."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import Scope

from auktor.graphql.writing import Shape

_IN_SCOPE = "auktor.note"


@dataclass(frozen=True, slots=True)
class Repeatable:
    """The name of the kept answer, the document it answers, the shape it was sent in, and header lines told beside it.

    The name and not the answer: who remembers requests must not hold what the store of answers has let go.
    """

    answer: str
    document: str
    shape: Shape
    head: bytes


def noting(scope: Scope, remember: Callable[[Repeatable], None]) -> None:
    """Have whoever answers the request tell `remember` how."""
    scope[_IN_SCOPE] = remember


def note(scope: Scope, repeatable: Repeatable) -> None:
    """Tell whoever wants to know."""
    if _IN_SCOPE in scope:
        scope[_IN_SCOPE](repeatable)
