"""What is asked and what is answered, free of HTTP; and how an error is told without telling what is inside."""

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from graphql import ExecutionResult, GraphQLError, GraphQLFormattedError

from auktor.core.errors import AuktorError, Unavailable
from db.wire import TookTooLong, took_too_long

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

_LONGEST_MESSAGE = 300
_MOMENT = "knownAt"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """A document, which of its operations is asked for, and the values of its variables."""

    text: str
    operation: str | None = None
    variables: Mapping[str, Json] | None = None

    @property
    def may_name_a_moment(self) -> bool:
        """Whether it may ask for what was known at a moment: by an argument, or by an object that a variable holds."""
        return any(_MOMENT in each for each in (self.text, str(self.variables or "")))


class Answer(NamedTuple):
    """What executing a question gave. `unavailable`: nothing could be read, because the database did not answer.

    `revision`: that of the register which it is at least as new as, where that is known; as the executor gives it, just
    the one that all of it was read at.
    """

    data: Mapping[str, Json] | None
    errors: tuple[GraphQLFormattedError, ...] = ()
    unavailable: bool = False
    revision: int | None = None

    def as_json(self) -> dict[str, object]:
        """The answer as the specification writes it: `errors` only where there are some."""
        return {"errors": self.errors, "data": self.data} if self.errors else {"data": self.data}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts of an answer, in the specification's words: what is pending, incremental and completed."""

    body: Mapping[str, object]

    def as_json(self) -> Mapping[str, object]:
        """The part as the specification writes it."""
        return self.body


@dataclass(frozen=True, slots=True)
class Event:
    """One of several answers to a question, or of several parts of one.

    `number`: after which the client may resume, where there is one.
    """

    answer: Answer | Part
    number: int | None = None


class RequestError(Exception):
    """A question that cannot be executed at all; the answer then has errors and no data."""

    def __init__(self, errors: Iterable[GraphQLFormattedError]) -> None:
        super().__init__("The question cannot be executed.")
        self.errors = tuple(errors)

    @classmethod
    def saying(cls, code: str, message: str) -> "RequestError":
        """One error without a place in the document."""
        return cls([{"message": message, "extensions": {"code": code}}])


def answered(result: ExecutionResult, revision: int | None = None) -> Answer:
    """The answer to a question that was executed, at a revision where that is known.

    One that stopped at its variables is a `RequestError`.
    """
    errors = result.errors
    if not errors:
        return Answer(result.data, revision=revision)
    if result.data is None and all(error.path is None for error in errors):
        raise RequestError(told(error, "BAD_VARIABLE") for error in errors)
    unavailable = not any((result.data or {}).values()) and any(
        isinstance(error.original_error, Unavailable) for error in errors
    )
    return Answer(result.data, tuple(told(error, None) for error in errors), unavailable, revision)


def told(error: GraphQLError, code: str | None) -> GraphQLFormattedError:
    """An error as the asker may see it, with a code: its own, or `code` where it has none.

    What no one foresaw becomes a reference number, under which the log has the whole of it.
    """
    formatted = error.formatted
    cause = took_too_long() if TookTooLong.is_cause_of(error.original_error) else error.original_error
    if isinstance(cause, AuktorError):
        return {**formatted, "message": cause.message, "extensions": {"code": cause.code}}
    if cause is not None and error.path is not None:
        return {**formatted, **_unforeseen(cause)}
    given = error.extensions or {}
    formatted["message"] = _short(error.message)
    return {**formatted, "extensions": {"code": code or "BAD_VALUE", **given}}


def _short(message: str) -> str:
    """A message of the library, which may repeat a whole value of the question."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"


def _unforeseen(cause: Exception) -> GraphQLFormattedError:
    reference = secrets.token_hex(6)
    _log.error("Reference %s: a field failed", reference, exc_info=cause)
    return {
        "message": f"The register failed to answer this part. Whoever runs it finds the reason under {reference}.",
        "extensions": {"code": "INTERNAL_ERROR", "reference": reference},
    }
