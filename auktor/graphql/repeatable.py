"""What the same request may be answered again: noted by whoever answered it, for whoever remembers requests."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.types import Scope

from auktor.core.vocabulary import Language
from auktor.graphql.writing import Shape
from schema.answering import Question

_IN_SCOPE = "auktor.note"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a request wants to be answered, by its header lines: shape and language; `if_none_match` is what it has.

    `beside` are the header lines that are told beside a kept answer.
    """

    shape: Shape
    language: Language
    if_none_match: bytes
    beside: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "beside", b"content-language: %b\r\n" % self.language.lower().encode())


@dataclass(frozen=True, slots=True)
class Read:
    """What a request says: its question, the name of its document, how its answer is wanted.

    `in_parts`: whether it takes the parts that the question defers.
    """

    question: Question
    document: str
    manner: Manner
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What was read of a request, and the name of the kept answer it was given.

    The name and not the answer: who remembers requests must not hold what the store of answers has let go.
    """

    read: Read
    answer: str


def noting(scope: Scope, remember: Callable[[Repeatable], None]) -> None:
    """Have whoever answers the request tell `remember` how."""
    scope[_IN_SCOPE] = remember


def note(scope: Scope, read: Read, answer: str) -> None:
    """Tell whoever wants to know what was read of the request, and the name of its answer."""
    if _IN_SCOPE in scope:
        scope[_IN_SCOPE](Repeatable(read, answer))
